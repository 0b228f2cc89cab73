internal import ShenpiMessages

/// The labels that the official tables print for the fields of a form.
enum FieldNames {
    /// Labels in the order in which the tables print them.
    static let labels: KeyValuePairs<String, (chinese: String, english: String)> = [
        "title": ("标题", "title"), "projectCode": ("项目编码", "project code"), "projectName": ("项目名称", "project name"),
        "applicantUnit": ("申请单位", "applicant unit"), "primaryBudgetUnit": ("一级预算单位", "primary budget unit"),
        "implementationPeriodYears": ("实施期限", "period (years)"), "projectType": ("项目类型", "project type"),
        "isNewProject": ("是否新增项目", "new project"), "allocationMethod": ("分配方式", "allocation"),
        "totalAmountWan": ("项目总金额（万元）", "total amount (10k yuan)"),
        "annualAmountWan": ("本年度项目金额（万元）", "annual amount (10k yuan)"), "policyBasis": ("政策依据", "policy basis"),
        "estimationBasis": ("测算依据", "estimation basis"), "overview": ("项目概况", "overview"),
        "annualGoal": ("年度目标", "annual goal"), "longTermGoal": ("长期目标", "long-term goal"),
        "indicators": ("绩效指标", "indicators"), "templateNote": ("备注", "template note"), "year": ("绩效自评年度", "year"),
        "supervisingDepartment": ("主管部门", "supervising department"), "implementingUnit": ("实施单位", "implementing unit"),
        "projectAmountYuan": ("项目金额（元）", "project amount (yuan)"), "expectedGoal": ("预期目标", "expected goal"),
        "actualCompletion": ("实际完成情况", "actual completion"), "totalScore": ("总分", "total"),
        "totalWeight": ("分值合计", "total weight"), "funds.total": ("年度资金总额", "funds in all"),
        "funds.fiscal": ("当年财政拨款", "budget of the year"), "funds.carriedOver": ("上年结转资金", "carried over"),
        "funds.other": ("其他资金", "other funds"),
    ]

    static func title(_ key: String, _ language: Language) -> String {
        labels.first { $0.key == key }.map { language($0.value.chinese, $0.value.english) } ?? key
    }
}
