import JSONDocument
import Testing

@testable import Workflow

/// Small definitions that have nothing to do with budgets.
enum Definitions {
    /// Leads a document past two desks side by side, one of which asks everybody; long leave needs a director as well.
    static let leave = """
        { "format": 1, "id": "leave", "version": "2.0.0", "title": { "en": "Leave", "zh-Hans": "请假" }, "document": "leave",
          "timeZone": "Asia/Shanghai",
          "roles": { "worker": { "scope": "self" }, "head": { "scope": "subtree" }, "desk": { "scope": "all" },
                     "director": { "scope": { "ancestor": "bureau" } } },
          "states": {
            "open": { "title": { "en": "Open", "zh-Hans": "填写" }, "initial": true, "editable": { "form": ["worker"], "note": ["desk"] } },
            "asked": { "title": { "en": "Asked", "zh-Hans": "已申请" }, "editable": { "opinion": ["head"] },
              "approval": { "order": "parallel", "steps": [
                { "id": "head", "role": "head", "due": { "days": 3 } },
                { "id": "desks", "role": "desk", "mode": "all", "due": { "workdays": 2 } },
                { "id": "director", "role": "director", "when": { ">": [{ "var": "document.form.days" }, 10] } } ] } },
            "granted": { "title": { "en": "Granted", "zh-Hans": "已批准" } },
            "closed": { "title": { "en": "Closed", "zh-Hans": "已销假" }, "final": true } },
          "actions": {
            "ask": { "from": ["open"], "to": "asked", "by": ["worker"], "when": { "!!": [{ "var": "document.form.days" }] } },
            "withdraw": { "from": ["asked"], "to": "open", "by": ["worker"], "before": "first-decision" },
            "grant": { "from": ["asked"], "to": "granted", "decides": "pass" },
            "refuse": { "from": ["asked"], "to": "open", "decides": "return", "comment": "required" },
            "reopen": { "from": ["granted"], "to": "open", "by": ["worker", "head"] },
            "close": { "from": ["granted"], "to": "closed", "by": ["head"] } } }
        """

    /// Signatures that are not needed for small sums: two approvals in a row that may pass by themselves, and a review once
    /// a year to which a case can come back.
    static let purchase = """
        { "format": 1, "id": "purchase", "version": "1.0.0", "title": { "en": "Purchase", "zh-Hans": "采购" },
          "document": "purchase",
          "roles": { "buyer": { "scope": "self" }, "chief": { "scope": "subtree" } },
          "states": {
            "wish": { "title": { "en": "Wish", "zh-Hans": "需求" }, "initial": true, "editable": { "order": ["buyer"] } },
            "first": { "title": { "en": "First look", "zh-Hans": "初审" }, "approval": { "empty": "pass", "steps": [
              { "id": "first", "role": "chief", "when": { ">=": [{ "var": "document.order.sum" }, "100.5"] } } ] } },
            "second": { "title": { "en": "Second look", "zh-Hans": "复审" }, "approval": { "empty": "pass", "steps": [
              { "id": "second", "role": "chief", "when": { ">=": [{ "var": "document.order.sum" }, 1000] } } ] } },
            "bought": { "title": { "en": "Bought", "zh-Hans": "已采购" }, "editable": { "review": ["buyer"] } },
            "done": { "title": { "en": "Done", "zh-Hans": "完成" } },
            "gone": { "title": { "en": "Gone", "zh-Hans": "归档" }, "final": true } },
          "actions": {
            "order": { "from": ["wish"], "to": "first", "by": ["buyer"] },
            "pass-first": { "from": ["first"], "to": "second", "decides": "pass" },
            "pass-second": { "from": ["second"], "to": "bought", "decides": "pass" },
            "back": { "from": ["first", "second"], "to": "wish", "decides": "return" },
            "finish": { "from": ["bought"], "to": "done", "by": ["buyer"] },
            "again": { "from": ["done"], "to": "bought", "by": ["chief"] },
            "file": { "from": ["done"], "to": "gone", "by": ["chief"] } },
          "schedules": [ { "id": "review", "at": { "month": 6, "day": 30, "time": "12:00" }, "for": { "state": "bought" },
                           "task": { "id": "review", "role": "buyer", "due": { "days": 10 } } } ] }
        """

    static func load(_ text: String) throws -> WorkflowDefinition {
        try load(Array(text.utf8))
    }

    static func load(_ bytes: [UInt8]) throws -> WorkflowDefinition {
        let reading = DefinitionLoader.load(bytes)
        try #require(reading.errors.isEmpty, "\(reading.errors)")
        return try #require(reading.definition)
    }
}
