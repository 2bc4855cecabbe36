import QtQuick
import kiosk.ticketing
import shared.ui.controls

// The kiosk's window: header and bar always in place, one page between them.
Window {
    id: root

    required property KioskFlow flow
    required property LobbyFace lobby
    required property SlipPrinter printer
    required property WaysErrand ways
    required property NeedsErrand needs
    required property SlotsErrand slots
    required property KeypadErrand keypad
    required property BookingErrand bookings
    required property AccessModes access
    required property StaffErrand staff
    required property SpokenMode speech

    width: 1080
    height: 1920
    color: Theme.window
    title: Words.first("Kiosk", "Ticket kiosk")

    DesignFrame {
        anchors.fill: parent
        designWidth: 1080
        designHeight: 1920

        HeaderBar {
            objectName: "header"
            width: 1080
            bank: Words.firstOf(root.lobby.bank)
            branch: Words.firstOf(root.lobby.branch)
            clock: root.lobby.clock
        }

        StartPage {
            flow: root.flow
            lobby: root.lobby
        }

        GroupPage {
            flow: root.flow
            lobby: root.lobby
        }

        TicketPage {
            flow: root.flow
            access: root.access
            printer: root.printer
        }

        WaysPage {
            flow: root.flow
            ways: root.ways
            needs: root.needs
        }

        NeedsPage {
            flow: root.flow
            ways: root.ways
            needs: root.needs
        }

        MissingPage {
            flow: root.flow
            ways: root.ways
        }

        AdvicePage {
            flow: root.flow
            ways: root.ways
        }

        BookingsPage {
            flow: root.flow
            bookings: root.bookings
        }

        SlotsPage {
            flow: root.flow
            slots: root.slots
        }

        TelephonePage {
            flow: root.flow
            keypad: root.keypad
        }

        CodePage {
            flow: root.flow
            keypad: root.keypad
        }

        BookingPage {
            flow: root.flow
            bookings: root.bookings
        }

        BookedPage {
            flow: root.flow
            printer: root.printer
            bookings: root.bookings
        }

        NotePage {
            flow: root.flow
            bookings: root.bookings
        }

        RefusedPage {
            flow: root.flow
        }

        HelpPage {
            flow: root.flow
        }

        AwayPage {
            flow: root.flow
        }

        OutOfOrderPage {
            flow: root.flow
        }

        StaffKeysPage {
            flow: root.flow
            keypad: root.keypad
        }

        StaffRefusedPage {
            flow: root.flow
            staff: root.staff
        }

        StaffPage {
            flow: root.flow
            staff: root.staff
        }

        // Staff know of it: nobody else touches this corner, least of all for so long.
        Item {
            objectName: "staffCorner"
            width: 200
            height: 200

            TapHandler {
                longPressThreshold: root.staff.holdS
                gesturePolicy: TapHandler.ReleaseWithinBounds
                onLongPressed: root.staff.open()
            }
        }

        BottomBar {
            objectName: "bottomBar"
            y: 1920 - height
            width: 1080
            canGoBack: root.flow.canGoBack
            onBackRequested: root.flow.back()
            onLanguageRequested: root.flow.swapLanguage()
            onHelpRequested: root.flow.askHelp()
            onLargeTypeRequested: root.flow.swapLargeType()
            canLower: root.access.canLower
            onLowerRequested: root.access.swapLowered()
            canSpeak: root.speech.isOffered
            isSpeaking: root.speech.isOn
            onSpeechRequested: root.speech.press()
        }

        PanelTest {
            width: 1080
            height: 1920
            flow: root.flow
            staff: root.staff
        }

        SpeechSheet {
            width: 1080
            height: 1920
            speech: root.speech
        }

        IdleWarning {
            width: 1080
            height: 1920
            flow: root.flow
        }

        // Lies above everything and sees every touch without taking it.
        Item {
            width: 1080
            height: 1920

            PointHandler {
                onActiveChanged: {
                    if (active)
                        root.flow.touched();
                }
            }
        }
    }
}
