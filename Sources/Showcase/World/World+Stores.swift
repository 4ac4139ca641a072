import FeatureModel
import Operations

extension World {
    /// All stores, as a list shows them.
    func storeSummaries(_ now: Timestamp) -> [StoreSummary] { stores.map { summary($0, now) } }

    /// One store.
    func storeSummary(_ name: StoreName, _ now: Timestamp) throws(OperationError) -> StoreSummary {
        summary(try plan(name), now)
    }

    /// The health of all stores and the source, most troubled first.
    func health(_ now: Timestamp) -> [NamedHealth] {
        guard !stores.isEmpty else { return [] }
        let source = NamedHealth(
            name: "kafka", health: EndpointHealth(state: .up, latencyMilliseconds: 3.4, checkedAt: now))
        let all = stores.map { NamedHealth(name: $0.name.rawValue, health: health(of: $0, now)) } + [source]
        let order: [HealthState] = [.down, .degraded, .slow, .unknown, .up]
        func place(_ state: HealthState) -> Int { order.firstIndex(of: state) ?? 0 }
        return all.enumerated().sorted { left, right in
            (place(left.element.health.state), left.offset) < (place(right.element.health.state), right.offset)
        }.map(\.element)
    }

    /// What a check of a store finds.
    func check(_ name: StoreName, _ now: Timestamp) throws(OperationError) -> StoreCheck {
        let plan = try plan(name)
        let settings = StoreCheck.Step(name: "settings", verdict: .ok, fact: "\(plan.settings.count) settings read")
        guard !downStores.contains(name) else {
            let error = unreachable(plan)
            return StoreCheck(
                store: summary(plan, now),
                steps: [
                    settings, .init(name: "connect", verdict: .fail, fact: error.message, milliseconds: 3_000),
                    .init(name: "write", verdict: .notApplicable, fact: "not connected"),
                    .init(name: "read", verdict: .notApplicable, fact: "not connected"),
                ], error: error)
        }
        return StoreCheck(
            store: summary(plan, now),
            steps: [
                settings,
                .init(name: "connect", verdict: .ok, fact: plan.endpoint, milliseconds: plan.latency),
                .init(name: "write", verdict: .ok, fact: "a probe row was written", milliseconds: plan.latency * 1.4),
                .init(name: "read", verdict: .ok, fact: "and read back unchanged", milliseconds: plan.latency),
            ], error: nil)
    }

    /// Removes a store of the registry.
    mutating func deleteStore(_ name: StoreName) throws(OperationError) {
        orders.append(.deleteStore(name))
        try checkWritable()
        let plan = try plan(name)
        if let place = plan.definedAt {
            throw OperationError(
                .refused, "store \(name) is defined in \(place) and can only be removed there",
                target: name.rawValue, hint: "edit the file; it is read at every start")
        }
        stores.removeAll { $0.name == name }
    }

    private func plan(_ name: StoreName) throws(OperationError) -> StorePlan {
        guard let plan = stores.first(where: { $0.name == name }) else {
            throw OperationError(
                .notFound, "there is no store \(name)", target: name.rawValue,
                hint: "larder stores list shows those that there are")
        }
        return plan
    }

    /// Why a store that is down does not answer.
    func unreachable(_ plan: StorePlan) -> OperationError {
        OperationError(
            .unreachable, "\(plan.name) did not answer within 3 s", target: plan.name.rawValue,
            hint: "larder stores check \(plan.name) tells which step fails")
    }

    private func health(of plan: StorePlan, _ now: Timestamp) -> EndpointHealth {
        guard downStores.contains(plan.name) else {
            return EndpointHealth(
                state: plan.state, latencyMilliseconds: plan.latency, error: plan.error, checkedAt: now)
        }
        return EndpointHealth(state: .down, error: unreachable(plan).message, checkedAt: now)
    }

    private func summary(_ plan: StorePlan, _ now: Timestamp) -> StoreSummary {
        let isDown = downStores.contains(plan.name)
        let matches = plan.subscriptions.map { subscription in
            sets.count { subscription.matches($0.definition.reference) }
        }
        let feeding = jobs.map(\.job).filter { $0.store == plan.name }
        let rates = jobs.filter { $0.job.store == plan.name && $0.job.status == .running }
            .compactMap { $0.summary(at: now, deadLetters: 0).rowsPerSecond }
        return StoreSummary(
            name: plan.name, type: plan.type, settings: plan.settings, subscriptions: plan.subscriptions,
            subscriptionMatches: matches,
            featureSets: sets.map(\.definition.reference).filter { plan.definition.subscribes(to: $0) },
            capabilities: plan.capabilities, definedAt: plan.definedAt, health: health(of: plan, now),
            endpoint: plan.endpoint, holdings: isDown ? nil : plan.holdings, holdingsUnit: plan.holdingsUnit,
            facts: isDown ? [] : plan.facts, jobsRunning: feeding.count { $0.status == .running },
            jobsTotal: feeding.count { !$0.status.isTerminal },
            rowsPerSecond: isDown ? nil : rates.reduce(0, +))
    }
}
