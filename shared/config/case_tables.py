"""Cases in the profile: deadlines, categories, root causes, templates of answers."""

from typing import Final

from pydantic import Field

from shared.config.base_tables import Identifier, Table, Text


class CaseWord(Table):
    """A word under which cases are sorted."""

    id: Identifier
    name: Text


class AnswerTemplate(Table):
    """A beginning of an answer; whoever writes it completes and changes it."""

    id: Identifier
    name: Text
    text: Text


def word(name: str, zh: str, en: str) -> CaseWord:
    """A word of ours, in both languages."""
    return CaseWord(id=name, name=Text(zh=zh, en=en))


#: What complaints in a bank's hall are mostly about; a bank replaces them by its own list.
USUAL_CATEGORIES: Final = (
    word("waiting", "等候时间", "Waiting"),
    word("order", "叫号次序", "Order of calls"),
    word("manners", "服务态度", "Manners"),
    word("skill", "业务能力", "Skill"),
    word("information", "信息说明", "Information"),
    word("facilities", "环境设施", "Premises and machines"),
    word("product", "产品与费用", "Products and charges"),
    word("privacy", "个人信息", "Personal data"),
    word("other", "其他", "Something else"),
)
USUAL_CAUSES: Final = (
    word("staffing", "人手不足", "Too few people"),
    word("training", "培训不足", "Training"),
    word("process", "流程问题", "Process"),
    word("system", "系统故障", "System"),
    word("communication", "沟通不当", "Communication"),
    word("rule", "制度规定", "Rule of the bank"),
    word("conduct", "个人行为", "Conduct"),
    word("unfounded", "无法查实", "Not confirmed"),
)
USUAL_TEMPLATES: Final = (
    AnswerTemplate(
        id="received",
        name=Text(zh="已收到", en="Received"),
        text=Text(
            zh="您的意见我们已收到，正在核实，会在规定时间内答复您。",
            en="We have your message, are looking into it and will answer in time.",
        ),
    ),
    AnswerTemplate(
        id="solved",
        name=Text(zh="已处理", en="Settled"),
        text=Text(
            zh="您反映的问题已核实并处理，处理结果如下：",
            en="We have looked into your matter and settled it as follows:",
        ),
    ),
)


class CaseTable(Table):
    """How feedback is handled. First answer within 24 h: R6; 15, 30 and 30 more days: R8."""

    first_answer_h: float = Field(default=24, gt=0, le=720, description="first answer, hours")
    follow_up_min: float = Field(
        default=15, gt=0, le=1440, description="somebody sees to a low mark within so many minutes"
    )
    solution_days: int = Field(default=15, ge=1, le=365)
    complex_days: int = Field(default=30, ge=1, le=365, description="of a complex case, in all")
    special_days: int = Field(default=30, ge=0, le=365, description="of a special one, further")
    reopen_days: int = Field(default=30, ge=0, le=365, description="after its end")
    low_mark: int = Field(
        default=2, ge=0, le=4, description="a mark up to this opens a case; 0: none does"
    )
    categories: tuple[CaseWord, ...] = Field(default=USUAL_CATEGORIES, max_length=40)
    root_causes: tuple[CaseWord, ...] = Field(default=USUAL_CAUSES, max_length=40)
    templates: tuple[AnswerTemplate, ...] = Field(default=USUAL_TEMPLATES, max_length=60)
