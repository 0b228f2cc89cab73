internal import Workflow
internal import JSONDocument
internal import Logging
internal import Metrics
internal import WorkflowPlugin
internal import WorkflowStore

extension WorkflowEngine {
    /// What one round of deliveries came to.
    public struct DeliveryReport: Sendable, Hashable {
        /// Notices that were delivered.
        public var delivered = 0
        /// Notices that will be tried again.
        public var postponed = 0
        /// Notices that were given up.
        public var parked = 0
    }

    /// How often a notice is tried before it is parked.
    static let deliveryAttempts = 12
    /// How long a lease lasts: longer than a batch takes.
    static let leaseSeconds = 120.0

    /// Delivers notices that are due: at least once each, with back-off, until none is left or the time is up.
    public func deliverNotices(owner: String, for limit: Duration) async throws(EngineError) -> DeliveryReport {
        let clock = ContinuousClock()
        let end = clock.now.advanced(by: limit)
        var report = DeliveryReport()
        while clock.now < end, !Task.isCancelled {
            let now = now()
            let batch = try await reading { () async throws(StoreError) in
                try await store.leaseNotices(
                    owner: owner, now: now, until: now.adding(seconds: Self.leaseSeconds), limit: 50)
            }
            if batch.isEmpty { break }
            var outcomes: [NoticeOutcome] = []
            for notice in batch {
                if clock.now >= end {
                    outcomes.append(NoticeOutcome(id: notice.id, result: .retry(at: self.now(), reason: "released")))
                    continue
                }
                let outcome = await deliver(notice, within: clock.now.duration(to: end))
                switch outcome.result {
                case .delivered: report.delivered += 1
                case .retry: report.postponed += 1
                case .parked: report.parked += 1
                }
                outcomes.append(outcome)
            }
            let settled = outcomes
            try await reading { () async throws(StoreError) in try await store.settle(settled, owner: owner) }
        }
        return report
    }

    private func deliver(_ leased: LeasedNotice, within limit: Duration) async -> NoticeOutcome {
        do {
            let use = PluginUse(name: leased.notifier, configuration: leased.configuration, pointer: "")
            let notifier = try registry.notifier(use).plugin
            let event = try JSONValueDecoder().decode(CaseEvent.self, from: try JSONReader.value(leased.event.bytes))
            let notice = Notice(id: leased.id, attempt: leased.attempt, event: event, title: leased.title)
            try await Deadline(limit: min(limit, pluginLimit), abandoned: abandoned)
                .run(for: leased.notifier) { try await notifier.deliver(notice) }
            Counter(label: "shenpi_notices_total", dimensions: [("outcome", "delivered")]).increment()
            return NoticeOutcome(id: leased.id, result: .delivered)
        } catch {
            let reason =
                switch error {
                case is Deadline.Exceeded: "deadline"
                case is Deadline.Suspended: "suspended"
                default: "\(type(of: error))"
                }
            logger.warning(
                "notice not delivered",
                metadata: [
                    "notice": "\(leased.id)", "notifier": "\(leased.notifier)", "attempt": "\(leased.attempt)",
                    "reason": "\(reason)",
                ])
            Counter(label: "shenpi_notices_total", dimensions: [("outcome", "failed")]).increment()
            if leased.attempt >= Self.deliveryAttempts {
                return NoticeOutcome(id: leased.id, result: .parked(reason: reason))
            }
            return NoticeOutcome(
                id: leased.id,
                result: .retry(
                    at: now().adding(seconds: Self.backOff(attempt: leased.attempt, of: leased.id)), reason: reason))
        }
    }

    /// Seconds until the next attempt: 2, 4, 8 … up to an hour, with a jitter of a quarter, so that what failed together is
    /// not tried together again. The jitter comes from the notice's name, so that a run can be repeated.
    static func backOff(attempt: Int, of notice: String) -> Double {
        let base = min(3600, Double(1 << min(max(attempt, 1), 12)))
        let hash = notice.utf8.reduce(UInt64(attempt) &+ 0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        return base * (0.75 + 0.5 * Double(hash >> 40) / Double(1 << 24))
    }
}
