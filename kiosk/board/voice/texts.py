"""What each recording says: the words to read aloud for whoever records a set."""

LETTERS = {c: c.upper() for c in "abcdefghijklmnopqrstuvwxyz"}
DIGITS_EN = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
# fmt: off
TEENS_EN = ("ten", "eleven", "twelve", "thirteen", "fourteen",
            "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
TENS_EN = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
# fmt: on
NUMBERS_EN = {
    **{str(n): word for n, word in enumerate((*DIGITS_EN, *TEENS_EN))},
    **{str(n): word for n, word in zip(range(20, 100, 10), TENS_EN, strict=True)},
}

#: What each file says. Places are those of the shipped profiles.
TEXTS: dict[str, dict[str, str]] = {
    "zh_CN": {
        **LETTERS,
        **{str(n): c for n, c in enumerate("零一二三四五六七八九十")},
        "please": "请",
        "to": "号到",
        "counter": "号窗口",
        "look": "号，请看屏幕",
        "attend": "请看屏幕",
        "place-vip-room": "贵宾室",
        "place-adviser-room-1": "理财一室",
        "place-adviser-room-2": "理财二室",
    },
    "en": {
        **LETTERS,
        **NUMBERS_EN,
        "ticket": "Ticket",
        "to-counter": "please come to counter",
        "to-place": "please come to",
        "look": "please look at the screen",
        "attend": "please look at the screen",
        "place-vip-room": "the VIP room",
        "place-adviser-room-1": "adviser room one",
        "place-adviser-room-2": "adviser room two",
    },
}
