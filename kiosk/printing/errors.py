"""What can go wrong between a finished slip and paper.

EnvironmentFailed
├── ListenFailed                  the virtual printer cannot listen where it should
└── PrinterFailed                 the printer did not do it
    ├── PrinterOffline            no connection to it
    ├── PrinterConnectionLost     the connection broke while it was in use
    └── PrinterStalled            it took no more bytes in time
InputInvalid
└── PrinterAddressInvalid         the address in the settings cannot be read
"""

from shared.domain.errors import EnvironmentFailed, InputInvalid


class ListenFailed(EnvironmentFailed):
    """The virtual printer cannot listen there: address and reason."""

    code = "listen_failed"
    sentence = "Cannot listen on %1: %2. Choose another --host or --port."


class PrinterFailed(EnvironmentFailed):
    """The printer did not do its work."""

    code = "printer_failed"
    sentence = "The printer %1 failed: %2. Switch it off and on, then try again."


class PrinterOffline(PrinterFailed):
    """No connection to the printer."""

    code = "printer_offline"
    sentence = "The printer %1 cannot be reached. Check that it is on and its cable is in."


class PrinterConnectionLost(PrinterFailed):
    """The connection broke while it was in use."""

    code = "printer_connection_lost"
    sentence = "The connection to the printer %1 broke. Check its cable, then print again."


class PrinterStalled(PrinterFailed):
    """The printer took no more bytes within the time limit."""

    code = "printer_stalled"
    sentence = "The printer %1 stopped taking data. Look for paper and cover, then print again."


class PrinterAddressInvalid(InputInvalid):
    """The printer address in the settings cannot be read: address and reason."""

    code = "printer_address_invalid"
    sentence = (
        "The printer address “%1” cannot be used: %2. Write it like tcp://192.0.2.7:9100, "
        "usb://04b8:0e15, serial:///dev/ttyS0?baud=19200 or file:///dev/usb/lp0."
    )
