extension Messages {
    /// Why the workflow, a role or the organisation does not allow something.
    static let refusals: [String: Entry] = [
        "action.unknown": Entry(
            "流程中没有“{action}”这个操作。[near:是否想输入“{near}”？]可用的操作：{known}。",
            "The workflow has no action “{action}”. [near:Did you mean “{near}”? ]Its actions: {known}."),
        "action.not-here": Entry(
            "事项现在处于“{state}”，不能执行“{action}”。[possible:现在可以执行：{possible}。]",
            "The case is in “{state}”, where “{action}” is not possible. [possible:Possible now: {possible}.]"),
        "action.already-decided": Entry(
            "{user} 已于 {at} 办理“{decision}”，事项已经变化，不能再“{action}”。请查看：shenpi show {case}。",
            "{user} did “{decision}” at {at}: the case has changed, and “{action}” is too late. Look at it again: shenpi show {case}."
        ),
        "case.final": Entry(
            "事项已办结（{state}），不能再执行“{action}”。", "The case is closed ({state}); “{action}” is no longer possible."),
        "case.exists": Entry("事项 {case} 已经存在。", "There is a case {case} already."),
        "role.missing": Entry(
            "{user} 没有办理“{action}”的权限，需要角色：{needed}。请管理员授权：shenpi user grant {user} {grant}。",
            "{user} may not do “{action}”; it takes the role {needed}. An administrator can grant it: shenpi user grant {user} {grant}."
        ),
        "role.own-case": Entry(
            "{case} 是 {user} 自己申报的，不能由本人审批（{action}），请同一角色的其他人办理。",
            "{user} declared {case}; nobody approves an own case ({action}). Ask somebody else who holds the role."),
        "step.already-signed": Entry(
            "{user} 已在“{step}”环节签署过。", "{user} has signed the step “{step}” already."),
        "step.no-signer": Entry(
            "“{step}”环节没有可以签署的人：单位 {unit} 没有（除申报人外的）{role}。请管理员先授权，再申报。",
            "Nobody can sign the step “{step}”: unit {unit} has no {role} other than the applicant. Ask an administrator to grant the role first."
        ),
        "approval.empty": Entry(
            "“{state}”没有适用于该事项的审批环节，不能进入。请检查流程文件。",
            "No approval step of “{state}” applies to this case. Check the workflow file."),
        "action.after-first-decision": Entry(
            "已有人作出审批决定，不能再“{action}”。", "Somebody has decided already; “{action}” is no longer possible."),
        "comment.missing": Entry(
            "“{action}”须说明理由，请用 --comment 填写。", "“{action}” needs a comment: give the reason with --comment."),
        "comment.too-long": Entry(
            "说明有 {length} 个字，最多 {limit} 个字。", "The comment has {length} characters; at most {limit} are kept."),
        "guard.failed": Entry(
            "“{action}”的条件不满足（依据：{reads}）。[set:请填写：{set}。]",
            "The condition of “{action}” does not hold (it reads {reads}). [set:Give {set}.]"),
        "guard.error": Entry(
            "“{action}”的条件无法计算（{rule}），请检查流程文件。",
            "The condition of “{action}” cannot be worked out ({rule}); check the workflow file."),
        "part.not-editable": Entry(
            "“{part}”在“{state}”不能修改。[writable:现在可以修改：{writable}。]",
            "“{part}” cannot be written in “{state}”. [writable:What can be written now: {writable}.]"),
        "write.empty": Entry("内容没有变化，无需保存。", "Nothing would be changed."),
        "schedule.not-applicable": Entry(
            "计划任务 {schedule} 不适用于处于“{state}”的事项。", "The schedule {schedule} does not apply to a case in “{state}”."),
        "schedule.task-exists": Entry(
            "{period} 年度的计划任务 {schedule} 已经生成。", "The task of {schedule} for {period} is there already."),
        "administrator.needed": Entry(
            "{user} 不是管理员，不能执行此操作。", "{user} is not an administrator; this takes one."),
        "identity.unknown": Entry(
            "{user} 还不是这里的用户。请管理员添加：shenpi user add {user} --name 姓名。",
            "{user} is not known here. An administrator can add the user: shenpi user add {user} --name NAME."),
        "identity.assertion-refused": Entry(
            "不能用 --as 代他人操作：只有管理员可以，或在初始化时用 --allow-asserted-identity 允许。",
            "--as is not allowed here: only administrators may act as others, unless the folder was made with --allow-asserted-identity."
        ),
        "organisation.bad-name": Entry(
            "“{name}”不能作为代号：须为 1 至 64 个字母、汉字、数字或 - _ .。",
            "“{name}” cannot be a name here: 1 to 64 letters, digits, - _ or . are."),
        "organisation.empty-name": Entry("{id} 缺少名称，请用 --name 填写。", "{id} lacks a name: give it with --name."),
        "organisation.unit-exists": Entry("单位 {id} 已经存在。", "There is a unit {id} already."),
        "organisation.unit-name-taken": Entry(
            "名称“{name}”已被单位 {id} 使用。", "The name “{name}” belongs to unit {id} already."),
        "organisation.unknown-unit": Entry(
            "没有单位“{id}”。[near:是否想输入“{near}”？]查看单位：shenpi unit list。",
            "There is no unit “{id}”. [near:Did you mean “{near}”? ]See shenpi unit list."),
        "organisation.person-exists": Entry(
            "用户 {id} 已经存在（或为保留名）。", "There is a user {id} already, or the name is reserved."),
        "organisation.unknown-person": Entry(
            "没有用户“{id}”。[near:是否想输入“{near}”？]查看用户：shenpi user list。",
            "There is no user “{id}”. [near:Did you mean “{near}”? ]See shenpi user list."),
        "organisation.unit-needed": Entry(
            "授予角色 {role} 须指明单位（--unit）。", "The role {role} is held in a unit: name it with --unit."),
        "organisation.already-granted": Entry(
            "{user} 已在 {unit} 拥有角色 {role}。", "{user} holds {role} in {unit} already."),
        "organisation.not-granted": Entry("{user} 在 {unit} 没有角色 {role}。", "{user} does not hold {role} in {unit}."),
        "organisation.last-administrator": Entry(
            "这是最后一个管理员，不能撤销。", "This is the last administrator; it stays."),
        "organisation.unknown-role": Entry(
            "没有角色“{role}”。[near:是否想输入“{near}”？]可用的角色：{known}。",
            "There is no role “{role}”. [near:Did you mean “{near}”? ]The roles: {known}."),
        "case.not-visible": Entry(
            "{user} 无权查看事项 {case}：它属于单位 {unit}，要有该单位或其上级单位的角色。请管理员授权：shenpi user grant {user} 角色 --unit {unit}。",
            "{user} may not see the case {case}: it belongs to unit {unit}, and takes a role there or above. An administrator can grant one: shenpi user grant {user} ROLE --unit {unit}."
        ),
    ]
}
