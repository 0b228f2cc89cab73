extension Messages {
    /// What is wrong with a workflow file.
    static let definitions: [String: Entry] = [
        "json.syntax": Entry(
            "不是有效的 JSON：应为 {expected}，却是 {found}", "not JSON: {expected} is expected, {found} was found"),
        "json.token.comma-or-brace": Entry("逗号或右花括号", "a comma or a closing brace"),
        "json.token.comma-or-bracket": Entry("逗号或右方括号", "a comma or a closing bracket"),
        "json.token.colon": Entry("冒号", "a colon"),
        "json.token.closing-quote": Entry("右引号", "a closing quote"),
        "json.token.digit": Entry("数字 0–9", "a digit"),
        "json.token.hex-digit": Entry("十六进制数字", "a hexadecimal digit"),
        "json.token.escape": Entry("转义符", "an escape"),
        "json.token.key": Entry("加引号的键", "a key in quotes"),
        "json.token.value": Entry("一个值", "a value"),
        "json.token.end": Entry("结尾", "the end"),
        "json.token.array": Entry("数组", "an array"),
        "json.token.boolean": Entry("true 或 false", "true or false"),
        "json.token.integer": Entry("整数", "a whole number"),
        "json.token.null": Entry("null", "null"),
        "json.token.number": Entry("数", "a number"),
        "json.token.object": Entry("对象", "an object"),
        "json.token.string": Entry("文字（加引号）", "a text in quotes"),
        "json.duplicate-key": Entry("键“{key}”重复", "the key “{key}” occurs twice"),
        "json.depth": Entry("嵌套超过 {limit} 层", "nested deeper than {limit} levels"),
        "json.size": Entry("文件超过 {limit} 字节", "larger than {limit} bytes"),
        "json.utf8": Entry("不是 UTF-8 文本", "not UTF-8"),
        "json.number": Entry("数字超出可精确表示的范围", "a number that cannot be held exactly"),
        "json.path": Entry("路径不存在", "no such place"),
        "key.unknown": Entry("不认识的键“{key}”[near:，是否想写“{near}”？]", "unknown key “{key}”[near:; did you mean “{near}”?]"),
        "key.missing": Entry("缺少“{key}”", "“{key}” is missing"),
        "key.empty": Entry("名称为空或首尾有空白：“{key}”", "a name that is empty or has blanks at its ends: “{key}”"),
        "type.mismatch": Entry("类型不对：应为 {expected}，却是 {found}", "wrong type: {expected} is expected, not {found}"),
        "value.unknown": Entry(
            "不认识的取值“{value}”[near:，是否想写“{near}”？]（可用：{known}）",
            "unknown value “{value}”[near:; did you mean “{near}”?] (known: {known})"),
        "value.range": Entry("取值 {value} 超出范围 {range}", "{value} is out of the range {range}"),
        "value.empty": Entry("不能为空", "must not be empty"),
        "format.unsupported": Entry("不支持的格式 {value}，可用：{known}", "format {value} is not supported; known: {known}"),
        "role.unknown": Entry(
            "没有角色“{name}”[near:，是否想写“{near}”？]（已定义：{known}）",
            "there is no role “{name}”[near:; did you mean “{near}”?] (defined: {known})"),
        "role.reserved": Entry("“{name}”是保留的角色名", "“{name}” is a reserved role"),
        "state.unknown": Entry(
            "没有状态“{name}”[near:，是否想写“{near}”？]（已定义：{known}）",
            "there is no state “{name}”[near:; did you mean “{near}”?] (defined: {known})"),
        "state.no-initial": Entry("没有起始状态（\"initial\": true）", "no state is initial (\"initial\": true)"),
        "state.several-initial": Entry("起始状态不止一个：{names}", "several states are initial: {names}"),
        "state.final-leaves": Entry("“{state}”是终结状态，却有操作“{action}”", "“{state}” is final, yet “{action}” leaves it"),
        "rule.unknown-operator": Entry(
            "规则中没有运算“{operator}”[suggestion:，是否想写“{suggestion}”？]",
            "the rule has no operator “{operator}”[suggestion:; did you mean “{suggestion}”?]"),
        "rule.arguments": Entry(
            "运算“{operator}”的参数不对：应为 {expected}", "wrong arguments for “{operator}”: {expected} is expected"),
        "rule.depth": Entry("规则嵌套超过 {limit} 层", "the rule is nested deeper than {limit} levels"),
        "rule.dynamic-path": Entry("规则读取的路径须为固定文本", "the paths that a rule reads must be fixed texts"),
        "rule.unreadable-path": Entry(
            "规则读取了未知的路径“{path}”；可读：document.…、facts.…、case.…、actor.…",
            "the rule reads the unknown path “{path}”; it can read document.…, facts.…, case.…, actor.…"),
        "action.decides-without-approval": Entry(
            "“{state}”没有审批环节，不能用 decides", "“{state}” collects no signatures, so nothing can be decided there"),
        "action.by-and-decides": Entry(
            "有 decides 时由环节的签署人办理，不能再写 by", "with decides the step's signers act; leave out by"),
        "action.nobody": Entry("没有人可以办理：缺少 by", "nobody may do this: by is missing"),
        "action.before-without-approval": Entry(
            "“{state}”没有审批环节，before 没有意义", "“{state}” collects no signatures, so “before” means nothing there"),
        "due.ambiguous": Entry("workdays 与 days 只能写一个", "write either workdays or days"),
        "part.unknown": Entry(
            "文档没有“{part}”这一部分[near:，是否想写“{near}”？]（可用：{known}）",
            "the document has no part “{part}”[near:; did you mean “{near}”?] (known: {known})"),
        "schedule.final-state": Entry(
            "“{state}”是终结状态，计划任务不起作用", "“{state}” is final: a schedule has nothing to do there"),
        "state.initial-approval": Entry(
            "起始状态“{state}”不能收集签署", "the initial state “{state}” cannot collect signatures"),
        "step.duplicate": Entry("环节“{name}”重复", "the step “{name}” occurs twice"),
        "schedule.duplicate": Entry("计划任务“{name}”重复", "the schedule “{name}” occurs twice"),
        "time-zone.unknown": Entry("没有时区“{value}”", "there is no time zone “{value}”"),
        "approval.no-way-on": Entry(
            "“{state}”有审批环节，却没有通过的操作（decides: pass）",
            "“{state}” collects signatures, but no action passes them on (decides: pass)"),
        "approval.no-way-back": Entry(
            "“{state}”没有退回的操作（decides: return）", "“{state}” has no way back (decides: return)"),
        "state.unreachable": Entry("到不了状态“{state}”", "“{state}” cannot be reached"),
        "state.dead-end": Entry("“{state}”不是终结状态，却没有出路", "“{state}” is not final, yet nothing leads on"),
        "title.missing": Entry("缺少语言 {language} 的名称", "the title lacks the language {language}"),
        "role.unused": Entry("角色“{name}”没有用处", "no action uses the role “{name}”"),
        "plugin.unknown": Entry(
            "没有{kind}插件“{name}”[near:，是否想写“{near}”？]", "there is no {kind} “{name}”[near:; did you mean “{near}”?]"),
        "plugin.configuration": Entry(
            "插件“{name}”的设置 {setting}：{reason.zh}", "setting {setting} of the plugin “{name}”: {reason}"),
        "document-type.unknown": Entry(
            "没有文档类型“{name}”[near:，是否想写“{near}”？]", "there is no document type “{name}”[near:; did you mean “{near}”?]"),
    ]
}
