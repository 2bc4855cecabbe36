"""Messages to customers' telephones: the courier, and the web hook that takes them."""
