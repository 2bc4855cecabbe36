pragma ComponentBehavior: Bound

import QtQuick
import shared.ui.controls

// All controls in all states, to be looked at. Its words are samples, not texts of the product.
Rectangle {
    id: root

    readonly property bool english: Language.current === "en"

    function say(zh: string, en: string): string {
        return english ? en : zh;
    }

    function also(zh: string, en: string): string {
        return Language.bilingual ? (english ? zh : en) : "";
    }

    width: 1080 + 48 + 1320
    height: 2080
    color: Theme.window

    component Sample: BigTile {
        primary: root.say("存款取款", "Cash in or out")
        secondary: root.also("存款取款", "Cash in or out")
        symbol: "payments"
        waitBefore: root.say("约", "about")
        wait: root.say("15", "10:42")
        waitAfter: root.say("分", "")
        reason: root.say("今天不办", "Not today")
    }

    component Done: PrimaryButton {
        width: 228
        implicitWidth: 228
        primary: root.say("完成", "Done")
    }

    Column {
        x: Theme.margin
        y: 24
        spacing: Theme.gap

        Row {
            spacing: Theme.gap
            Sample {}
            Sample {
                down: true
            }
        }

        Row {
            spacing: Theme.gap
            Sample {
                FocusRing {}
            }
            Sample {
                enabled: false
            }
        }

        Row {
            spacing: Theme.gap
            Done {}
            Done {
                down: true
            }
            Done {
                FocusRing {}
            }
            Done {
                enabled: false
            }
        }

        Row {
            spacing: Theme.gap
            SecondaryButton {
                width: 480
                primary: root.say("请人写给我", "Have it written")
                secondary: root.also("请人写给我", "Have it written")
                stacked: true
            }
            PrimaryButton {
                width: 480
                primary: root.say("我记下了", "I have noted it")
                secondary: root.also("我记下了", "I have noted it")
                stacked: true
            }
        }

        PriorityRow {
            primary: root.say("需要优先照顾", "I need priority")
            secondary: root.also("需要优先照顾", "Priority")
            detail: root.say("老人、孕妇、残障、带婴儿、军人", "Elderly, pregnant, disabled, infant, military")
        }
        PriorityRow {
            primary: ""
            checked: true
        }

        Repeater {
            model: ["warning", "info", "danger", "positive", "neutral"]
            Notice {
                required property string modelData
                tone: modelData
                primary: ({
                        "warning": root.say("缺纸了，请拍照记下号码", "Out of paper"),
                        "info": root.say("20 秒后返回", "Back in 20 s"),
                        "danger": root.say("读卡失败", "Card not read"),
                        "positive": root.say("已预约", "Booked"),
                        "neutral": root.say("网络中断，叫号次序不变", "Connection lost")
                    })[modelData]
                secondary: modelData === "warning" ? root.also("缺纸", "Out of paper. Please take a photo") : ""
                symbol: ({
                        "neutral": "cloud_off",
                        "warning": "print",
                        "info": "schedule",
                        "danger": "close",
                        "positive": "check"
                    })[modelData]
            }
        }
    }

    Column {
        x: 1080 + 48
        spacing: Theme.gap

        HeaderBar {
            bank: root.say("示例银行", "Example Bank")
            branch: root.say("人民路支行", "Renmin Road branch")
            day: root.say("11月20日 周五", "Fri 20 Nov")
            clock: "10:12"
        }
        WaitCount {
            waiting: 12
            openCounters: 4
        }
        NumberHero {
            number: "A027"
            primary: root.say("您的号码", "Your number")
            secondary: root.also("您的号码", "Your number")
        }
        PrimaryButton {
            width: 984
            primary: root.say("完成", "Done")
            secondary: root.also("完成", "Done")
            count: 15
        }
        Row {
            spacing: 16
            Repeater {
                model: [[5, "很满意", "Very good"], [4, "满意", "Good"], [3, "一般", "Fair"], [1, "很不满意", "Very poor"]]
                FaceTile {
                    required property var modelData
                    value: modelData[0]
                    primary: root.say(modelData[1], modelData[2])
                    secondary: root.also(modelData[1], modelData[2])
                }
            }
        }
        CallRow {
            width: 1320
            number: "A021"
            counter: "3"
            calling: true
        }
        CallRow {
            width: 1320
            number: "B014"
            counter: "5"
        }
        BottomBar {
            width: 1080
            canGoBack: false
        }
    }
}
