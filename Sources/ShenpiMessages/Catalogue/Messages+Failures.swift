extension Messages {
    /// What went wrong with files, folders, the store, plugins.
    static let failures: [String: Entry] = [
        "store.conflict": Entry(
            "事项 {case} 现为第 {found} 版，不是您所依据的第 {expected} 版：内容已经变化。请查看后重试。",
            "{case} is at revision {found}, not {expected}: it has changed. Look at it and try again."
        ),
        "store.stream-conflict": Entry(
            "别人刚修改了同一内容（{stream}），请重试。", "Somebody else changed the same thing ({stream}). Try again."),
        "store.key-reused": Entry(
            "幂等键“{key}”已用于另一条命令。", "The idempotency key “{key}” was used for another command."),
        "store.version-taken": Entry(
            "流程 {workflow} 的版本 {version} 已发布过不同的内容。请修改版本号后再发布。",
            "Version {version} of {workflow} is known with another content. Give the file a new version."),
        "store.busy": Entry(
            "数据被另一个进程占用，等待 {seconds} 秒后放弃，未作任何修改。请稍后重试。",
            "Another process held the data for more than {seconds} seconds. Nothing was changed; try again later."),
        "store.read-only": Entry(
            "数据文件夹无法建立或写入（{folder}）。请检查文件夹及其中各文件的权限，以及磁盘是否以只读方式挂载。",
            "The data folder cannot be made or written ({folder}). Check the permissions of it and of every file in it, and whether the disk is mounted read-only."
        ),
        "store.full": Entry(
            "磁盘已满，未作任何修改（{folder}）。请清理空间后重试。",
            "The disk is full; nothing was changed ({folder}). Free some space and try again."),
        "store.not-a-store": Entry(
            "{folder} 中没有审批数据[reason:（{reason}）]。新建：shenpi init --data 文件夹。",
            "{folder} holds no shenpi data[reason: ({reason})]. To make some: shenpi init --data FOLDER."),
        "store.reason.missing": Entry("没有数据文件", "there is no data file"),
        "store.reason.no-database": Entry("文件不是数据库", "the file is no database"),
        "store.reason.another-program's-database": Entry("数据库属于其他程序", "the database belongs to another program"),
        "store.reason.no-folder": Entry("不是文件夹", "not a folder"),
        "store.newer": Entry(
            "数据由更新版本的 shenpi 写成（{found}），请升级程序后再打开。数据未改动。",
            "The data was written by a newer shenpi ({found}). Upgrade the program; the data was not touched."),
        "store.damaged": Entry(
            "数据损坏：{reason}。请不要继续写入，运行 shenpi audit verify 并从备份恢复。",
            "The data is damaged: {reason}. Write nothing more, run shenpi audit verify, and restore a backup."),
        "store.failed": Entry("存储出错：{reason}。未作修改。", "The store failed: {reason}. Nothing was changed."),
        "store.exists": Entry("{folder} 中已有审批数据，无需再次初始化。", "{folder} holds shenpi data already."),
        "folder.unusable": Entry(
            "无法使用文件夹 {folder}（{reason}）。请检查路径和权限。",
            "The folder {folder} cannot be used ({reason}). Check the path and its permissions."),
        "case.unknown": Entry(
            "没有事项“{case}”。[near:是否为 {near}？]查看：shenpi list。",
            "There is no case “{case}”. [near:Did you mean {near}? ]See shenpi list."),
        "case.ambiguous": Entry(
            "“{case}”对应多个事项：{found}。请写全。", "“{case}” means several cases: {found}. Write it in full."),
        "workflow.unknown": Entry(
            "没有流程“{workflow}”。[known:已发布：{known}。]", "There is no workflow “{workflow}”. [known:Published: {known}.]"),
        "workflow.unusable": Entry(
            "本程序无法执行流程 {workflow} {version}，请检查插件是否齐全。",
            "This program cannot run {workflow} {version}; check its plugins."),
        "workflow.invalid": Entry("流程文件有错误，未发布。", "The workflow file has errors and was not published."),
        "plugin.undecided": Entry(
            "插件“{plugin}”未能给出结论（{reason}），操作未执行。请稍后重试或联系管理员。",
            "The plugin “{plugin}” could not decide ({reason}); nothing was done. Try again, or ask an administrator."),
        "findings.errors": Entry(
            "有 {count} 处错误，未执行。请改正后重试。", "Errors found: {count}. Nothing was done; mend them and try again."),
        "usage.unknown-command": Entry(
            "没有命令“{command}”。[near:是否想输入“{near}”？]全部命令：shenpi --help。",
            "There is no command “{command}”. [near:Did you mean “{near}”? ]All commands: shenpi --help."),
        "usage.missing-argument": Entry("用法错误：缺少参数 {rest}", "Error: Missing expected argument {rest}"),
        "usage.missing-value": Entry("用法错误：缺少取值 {rest}", "Error: Missing value for {rest}"),
        "usage.unknown-option": Entry("用法错误：没有选项 {rest}", "Error: Unknown option {rest}"),
        "usage.unexpected": Entry("用法错误：多余的参数 {rest}", "Error: Unexpected argument {rest}"),
        "usage.invalid": Entry("用法错误：取值不被接受 {rest}", "Error: The value {rest}"),
        "usage.error": Entry("用法错误：{rest}", "Error: {rest}"), "usage.usage": Entry("用法：{rest}", "Usage: {rest}"),
        "usage.see": Entry("  详见：{rest}", "  See '{rest}' for more information."),
        "usage.help": Entry("说明：{rest}", "Help:  {rest}"),
        "file.missing": Entry("找不到文件：{file}。请检查路径。", "There is no file {file}. Check the path."),
        "file.unreadable": Entry("无法读取文件：{file}（{reason}）。", "The file {file} cannot be read ({reason})."),
        "file.folder": Entry("{file} 是文件夹，请指定其中的文件。", "{file} is a folder; name the files in it."),
        "file.too-large": Entry(
            "文件过大：{file}（{bytes} 字节，上限 {limit} 字节）。",
            "The file {file} is too large ({bytes} bytes; the limit is {limit})."),
        "input.bad-set": Entry(
            "--set “{input}”无法识别，应写作 名称=数值。可用的名称：{known}。",
            "--set “{input}” is not understood: write NAME=VALUE. The names: {known}."),
        "input.bad-row": Entry(
            "“{input}”无法识别，应写作 行号=内容，行号为 1 至 {count}。",
            "“{input}” is not understood: write ROW=VALUE, rows 1 to {count}."),
        "input.bad-json": Entry(
            "{file} 第 {line} 行第 {column} 列不是有效的 JSON（{code}）。",
            "{file} is not valid JSON at line {line}, column {column} ({code})."),
        "input.unknown-key": Entry(
            "{file} 中有不认识的项“{key}”。[near:是否想写“{near}”？]可用：{known}。",
            "{file} has an unknown key “{key}”. [near:Did you mean “{near}”? ]Known: {known}."),
        "input.shape": Entry("{file}：{reason}。", "{file}: {reason}."),
        "input.no-cases": Entry("没有指定事项。", "No case was named."),
        "input.year": Entry("“{year}”不是年度，应为四位数，如 2025。", "“{year}” is not a year like 2025."),
        "input.no-such-state": Entry(
            "没有状态“{state}”。[near:是否想输入“{near}”？]可用：{known}。",
            "There is no state “{state}”. [near:Did you mean “{near}”? ]The states: {known}."),
        "evaluate.other-project": Entry(
            "{file} 是另一个项目或另一个年度的，没有填入任何内容。请检查文件。",
            "{file} is about another project or another year; nothing was filled in. Check the file."),
        "unit.kind-near": Entry(
            "没有单位类别“{kind}”，是否想写“{near}”？已有：{known}。",
            "There is no kind of unit “{kind}”; did you mean “{near}”? Known: {known}."),
        "clock.refused": Entry(
            "SHENPI_CLOCK“{value}”不能使用：须写作 2025-12-31T18:05，且只在演示用的数据文件夹中有效。",
            "SHENPI_CLOCK “{value}” is not taken: write 2025-12-31T18:05, and only in a data folder made for demos."),
        "unexpected": Entry("出现未预料的错误：{reason}。", "An unexpected error: {reason}."),
    ]
}
