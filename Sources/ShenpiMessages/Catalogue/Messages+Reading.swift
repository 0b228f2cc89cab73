extension Messages {
    /// Reading tables and importing them.
    static let reading: [String: Entry] = [
        "import.created": Entry("新建", "created"),
        "import.replaced": Entry("已替换", "replaced"),
        "import.unchanged": Entry("无变化", "unchanged"),
        "import.differs": Entry(
            "已存在且内容不同（{fields}），未覆盖；要替换请加 --replace",
            "is there with other contents ({fields}); not overwritten, use --replace to do so"),
        "import.refused": Entry("未导入：{reason}", "not imported: {reason}"),
        "import.no-code": Entry("表中没有项目编码", "the table has no project code"),
        "import.no-unit": Entry("表中没有申请单位，请用 --unit 指定", "the table names no applicant unit; name it with --unit"),
        "import.unknown-unit": Entry(
            "申请单位“{name}”未登记，请先添加：shenpi unit add 代号 --name {name} --kind unit --parent 上级",
            "the applicant unit “{name}” is not known; add it first: shenpi unit add ID --name {name} --kind unit --parent PARENT"
        ),
        "import.evaluation": Entry(
            "这是自评表，请用：shenpi evaluate {case} --file {file}",
            "this is a self-evaluation; use shenpi evaluate {case} --file {file}"),
        "import.duplicate": Entry("同一批次中出现了两次", "occurs twice in this batch"),
        "reading.decoded": Entry("{file}：原文为 {encoding} 编码，已转换。", "{file}: decoded from {encoding}."),
        "reading.unplaced": Entry(
            "{file} 第 {ordinal} 张表：{count} 行未能归位（第 {lines} 行）",
            "{file}, form {ordinal}: lines that could not be placed: {count} (line {lines})"),
        "reading.low-confidence": Entry(
            "{file} 第 {ordinal} 张表：{count} 处读数不确定（{fields}）",
            "{file}, form {ordinal}: doubtful readings: {count} ({fields})"),
        "reading.empty-file": Entry("{file} 是空文件。", "{file} is empty."),
        "reading.too-large": Entry(
            "{file} 过大（{bytes} 字节，上限 {limit} 字节）。请拆分后再读。",
            "{file} is too large ({bytes} bytes, the limit is {limit}). Split it."),
        "reading.too-many-lines": Entry(
            "{file} 行数过多（{lines} 行，上限 {limit} 行）。", "{file} has too many lines ({lines}, the limit is {limit})."),
        "reading.binary-file": Entry(
            "{file} 不是文本文件[format:（{format}）]，第 {offset} 字节起无法识别。请另存为文本（UTF-8 或 GBK）后再读。",
            "{file} is not a text file[format: ({format})]; byte {offset} shows it. Save it as text (UTF-8 or GBK) first."
        ),
        "reading.undecodable": Entry(
            "{file} 第 {line} 行的编码无法识别（试过 {tried}）。请另存为 UTF-8 后再读。",
            "{file} is in an unknown encoding at line {line} (tried {tried}). Save it as UTF-8 first."),
        "reading.no-form": Entry(
            "{file} 中没有找到申报表或自评表（共 {lines} 行；查找的标志：{lookedFor}）。",
            "{file} holds no declaration and no self-evaluation ({lines} lines; looked for: {lookedFor})."),
    ]
}
