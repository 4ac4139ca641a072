import ConsoleKit
import FeatureModel
import Operations

/// Orders to jobs, for every view that can give them: reads the targets as they are now, asks, reads them again, orders.
struct JobOrdering: Sendable {
    let jobs: JobOperations

    /// What follows from what happened.
    func update(_ message: JobOrderMessage, _ context: UpdateContext) -> [Effect<JobOrderMessage>] {
        switch message {
        case .asked(let order, let ids):
            return [
                .load("order") { [self] in
                    .targetsRead(
                        order, await Result(asking: { () async throws(OperationError) in try await targets(ids) }))
                }
            ]
        case .targetsRead(let order, .success(let targets)): return question(order, targets, context)
        case .confirmed(let order, let ids):
            return [.run("order") { [self] send in await send(.carriedOut(order, await carryOut(order, ids))) }]
        case .carriedOut(let order, .success(let outcomes)):
            return [Effect(.notify(OrderSummary(verb: order.past, outcomes: outcomes).notice))]
        case .targetsRead(_, .failure(let problem)), .carriedOut(_, .failure(let problem)):
            return [.notify(problem)]
        }
    }

    /// Why none of some jobs can take an order; nil when one can.
    func refusal(_ order: JobOrder, _ targets: [JobSummary]) -> String? {
        guard let first = targets.first else { return "the list is empty" }
        guard targets.allSatisfy({ order.obstacle($0) != nil }), let obstacle = order.obstacle(first) else {
            return nil
        }
        return targets.count == 1
            ? "\(first.job.id): \(obstacle)" : "none of the \(targets.count) jobs can: \(obstacle)"
    }

    private func question(
        _ order: JobOrder, _ targets: [JobSummary], _ context: UpdateContext
    ) -> [Effect<JobOrderMessage>] {
        if let refusal = refusal(order, targets) { return [.notify(.warning, refusal)] }
        let able = targets.filter { order.obstacle($0) == nil }.map(\.job.id)
        return [.confirm(order.confirmation(targets, now: context.now), then: .confirmed(order, able))]
    }

    private func targets(_ ids: [JobID]) async throws(OperationError) -> [JobSummary] {
        let wanted = Set(ids)
        return try await jobs.list(JobQuery()).filter { wanted.contains($0.job.id) }
    }

    /// A job that changed since the question is skipped and reported.
    private func carryOut(_ order: JobOrder, _ ids: [JobID]) async -> Result<[OrderOutcome], Problem> {
        await Result(asking: { () async throws(OperationError) -> [OrderOutcome] in
            let now = try await targets(ids)
            let able = now.filter { order.obstacle($0) == nil }.map(\.job.id)
            let skipped = ids.filter { !able.contains($0) }.map { id in
                let obstacle = now.first { $0.job.id == id }.flatMap(order.obstacle) ?? "there is no such job any more"
                return OrderOutcome(target: id.rawValue, result: .skipped, message: obstacle)
            }
            guard !able.isEmpty else { return skipped }
            switch order {
            case .stop: return try await jobs.stop(able) + skipped
            case .restart: return try await jobs.restart(able) + skipped
            case .suspend: return try await jobs.suspend(able) + skipped
            case .resume: return try await jobs.resume(able) + skipped
            }
        })
    }
}
