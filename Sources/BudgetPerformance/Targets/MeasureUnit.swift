internal import Foundation

/// The units that the grammar knows, their normal forms and how they convert. Tables, so that a unit is one line.
enum MeasureUnit: Sendable {
    /// Normal form of each spelling, e.g. `日` is `天`.
    static let spellings: [String: String] = {
        var table: [String: String] = [:]
        for (normal, others) in synonyms {
            table[normal] = normal
            for other in others { table[other] = normal }
        }
        for plain in plain { table[plain] = plain }
        return table
    }()

    /// The words of the table, for the scanner.
    static let words = WordTable(spellings)

    /// The common unit of a family and how many of it make one of this unit; `nil` for a unit that stands alone.
    static func base(of unit: String) -> (name: String, factor: Decimal)? { families[unit] }

    /// Whether the unit is a length of time.
    static func isTime(_ unit: String) -> Bool { times.contains(unit) }

    /// Foreign money, which converts into nothing.
    static let currencies: Set<String> = ["美元", "港元", "欧元", "日元", "英镑"]

    private static let times: Set<String> = [
        "秒", "分钟", "小时", "天", "周", "月", "季度", "年", "工作日", "半年", "学期", "学年",
    ]

    private static let families: [String: (name: String, factor: Decimal)] = [
        "元": ("元", 1), "角": ("元", Decimal(sign: .plus, exponent: -1, significand: 1)),
        "%": ("%", 1), "‰": ("%", Decimal(sign: .plus, exponent: -1, significand: 1)), "成": ("%", 10),
        "秒": ("秒", 1), "分钟": ("秒", 60), "小时": ("秒", 3_600), "天": ("秒", 86_400), "周": ("秒", 604_800),
        "月": ("月", 1), "季度": ("月", 3), "半年": ("月", 6), "年": ("月", 12),
        "米": ("米", 1), "公里": ("米", 1_000), "平方米": ("平方米", 1), "平方公里": ("平方米", 1_000_000),
        "公顷": ("平方米", 10_000), "克": ("克", 1), "千克": ("克", 1_000), "吨": ("克", 1_000_000),
        "升": ("升", 1), "毫升": ("升", Decimal(sign: .plus, exponent: -3, significand: 1)),
    ]

    /// Normal form and the other spellings of units that mean the same.
    private static let synonyms: [(normal: String, others: [String])] = [
        ("元", ["元", "圆", "人民币", "元人民币", "块钱", "RMB"]), ("天", ["天", "日", "自然日", "个自然日", "日历天"]),
        ("工作日", ["工作日", "个工作日", "工作天"]), ("小时", ["小时", "个小时", "h", "H"]),
        ("分钟", ["分钟", "min"]), ("秒", ["秒", "秒钟"]), ("周", ["周", "星期", "个星期", "礼拜"]),
        ("月", ["个月", "月"]), ("季度", ["季度", "个季度", "季"]), ("年", ["年", "年度", "个年度", "周年"]),
        ("学期", ["学期", "个学期"]), ("学年", ["学年", "个学年"]), ("半年", ["半年"]),
        ("人", ["人", "名", "位"]), ("场", ["场", "场次"]), ("批", ["批", "批次"]), ("班", ["班", "班次"]),
        ("平方米", ["平方米", "平米", "㎡", "m²", "m2"]), ("公里", ["公里", "千米", "km"]),
        ("千克", ["千克", "公斤", "kg"]), ("百分点", ["百分点", "个百分点"]), ("学时", ["学时", "个学时"]),
        ("课时", ["课时", "个课时", "课"]), ("条", ["条"]), ("起", ["起", "宗"]), ("%", ["%"]), ("‰", ["‰"]),
        ("级", ["级", "等级"]), ("星", ["星", "星级"]), ("兆", ["M", "Mbps"]), ("分贝", ["分贝", "dB", "db"]), ("米", ["米"]),
        ("工位", ["工位", "个工位"]), ("点位", ["点位", "个点位"]), ("人次", ["人次"]), ("版", ["版", "版面"]),
    ]

    private static let plain = [
        "次", "个", "台", "套", "份", "件", "卷", "本", "册", "篇", "项", "期", "户", "家", "间", "处", "所", "辆", "艘", "架", "栋",
        "座", "幢", "层", "亩", "公顷", "吨", "克", "升", "毫升", "立方米", "立方", "平方公里", "千瓦时", "度", "户次", "车次",
        "站", "例", "笔", "张", "幅", "块", "面", "盏", "棵", "株", "头", "只", "羽", "尾", "支", "枝", "瓶", "箱", "盒", "包", "袋",
        "双", "对", "组", "队", "届", "种", "类", "款", "字", "页", "集", "分", "倍", "成", "角", "美元", "港元", "欧元", "日元", "英镑",
        "人天", "人日", "人月", "人年", "项次", "件次", "家次", "村", "社区", "街道", "学校", "岗", "岗位", "席", "床", "床位",
        "星", "轮", "遍", "趟", "圈", "桶", "盆", "根", "条次", "节", "讲", "案", "篇次", "路", "端口", "口", "座次", "门", "幕",
        "把", "朵", "顶", "副", "枚", "块次", "台次", "辆次", "套次", "批件", "标段", "包次", "单", "车", "车位", "公分", "厘米",
        "GB", "TB", "℃", "部", "名次", "支队", "团", "杯", "桌", "餐", "间次", "户数", "梯次", "榀", "樘", "片", "方",
    ]
}
