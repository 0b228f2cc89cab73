internal import Workflow

extension StoreFixture {
    static let organisationChanges: [OrganisationChange] = [
        .unitAdded(OrganisationUnit(id: "district", name: "云澜区", kind: "district", parent: nil)),
        .unitAdded(OrganisationUnit(id: "bureau", name: "云澜区信访局", kind: "bureau", parent: "district")),
        .unitAdded(OrganisationUnit(id: "petitions", name: "信访接待中心", kind: "office", parent: "bureau")),
        .unitAdded(OrganisationUnit(id: "parks", name: "公园管理所", kind: "office", parent: "bureau")),
        .unitAdded(OrganisationUnit(id: "finance", name: "云澜区财政局", kind: "bureau", parent: "district")),
        .personAdded(Person(id: "mei", name: "梅")), .personAdded(Person(id: "gao", name: "高")),
        .personAdded(Person(id: "lin", name: "林")), .personAdded(Person(id: "wu", name: "吴")),
        .granted(Grant(user: "mei", role: "clerk", unit: "petitions")),
        .granted(Grant(user: "mei", role: "clerk", unit: "parks")),
        .granted(Grant(user: "gao", role: "head", unit: "bureau")),
        .granted(Grant(user: "lin", role: "finance", unit: "finance")),
        .granted(Grant(user: "wu", role: "finance", unit: "finance")),
    ]

    static let definitionText = """
        {
          "format": 1, "id": "leave", "version": "1", "title": { "en": "Leave", "zh-Hans": "请假" }, "document": "leave",
          "roles": {
            "clerk": { "scope": "self" }, "head": { "scope": "subtree" }, "finance": { "scope": "all" } },
          "states": {
            "draft": { "title": { "en": "Draft", "zh-Hans": "草稿" }, "initial": true, "editable": { "form": ["clerk"] } },
            "asked": { "title": { "en": "Asked", "zh-Hans": "已申请" },
                       "approval": { "order": "sequential", "steps": [
                         { "id": "head", "role": "head", "mode": "any", "due": { "days": 3 } },
                         { "id": "finance", "role": "finance", "mode": "all" } ] } },
            "granted": { "title": { "en": "Granted", "zh-Hans": "已批准" } },
            "closed": { "title": { "en": "Closed", "zh-Hans": "已结束" }, "final": true } },
          "actions": {
            "ask": { "from": ["draft"], "to": "asked", "by": ["clerk"],
                     "notify": [ { "use": "log", "with": { "level": "info" } } ] },
            "withdraw": { "from": ["asked"], "to": "draft", "by": ["clerk"] },
            "grant": { "from": ["asked"], "to": "granted", "decides": "pass", "notify": [ { "use": "log" } ] },
            "refuse": { "from": ["asked"], "to": "draft", "decides": "return" },
            "close": { "from": ["granted"], "to": "closed", "by": ["clerk"] } },
          "schedules": [
            { "id": "yearly", "at": { "month": 12, "day": 31, "time": "18:00" },
              "for": { "state": "granted", "period": "year" },
              "task": { "id": "report", "role": "clerk", "due": { "days": 20 } } } ]
        }
        """
}
