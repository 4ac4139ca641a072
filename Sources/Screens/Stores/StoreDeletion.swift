import ConsoleKit
import FeatureModel
import Operations
import TextCanvas

/// Deleting stores of the registry: reads them as they are now, asks for the name to be typed, deletes, reports each.
struct StoreDeletion: Sendable {
    let stores: StoreOperations

    /// What follows from what happened.
    func update(_ message: StoreDeletionMessage) -> [Effect<StoreDeletionMessage>] {
        switch message {
        case .asked(let names):
            return [
                .load("deletion") {
                    .targetsRead(
                        await Result(asking: { () async throws(OperationError) in
                            let wanted = Set(names)
                            return try await stores.list().filter { wanted.contains($0.name) }
                        }))
                }
            ]
        case .targetsRead(.success(let targets)): return question(targets.map(StoreRow.init))
        case .targetsRead(.failure(let problem)): return [.notify(problem)]
        case .confirmed(let names): return [.run { send in await send(.carriedOut(await delete(names))) }]
        case .carriedOut(let outcomes):
            return [Effect(.notify(OrderSummary(verb: "deleted", outcomes: outcomes).notice))]
        }
    }

    /// Why none of some stores can be deleted; nil when one can.
    static func refusal(_ targets: [StoreRow]) -> String? {
        guard let first = targets.first else { return "the list is empty" }
        guard targets.allSatisfy({ $0.deletionObstacle != nil }), let obstacle = first.deletionObstacle else {
            return nil
        }
        return targets.count == 1 ? "\(first.id) is \(obstacle)" : "all \(targets.count) are defined in larder.yaml"
    }

    private func question(_ targets: [StoreRow]) -> [Effect<StoreDeletionMessage>] {
        if let refusal = Self.refusal(targets) { return [.notify(.warning, refusal)] }
        let able = targets.filter { $0.deletionObstacle == nil }
        let names = able.map(\.id)
        let single = able.count == 1 ? names.first : nil
        let title = single.map { "Delete store \($0)" } ?? "Delete \(able.count) stores"
        return [
            .confirm(
                ChangeConfirmation(
                    .typed, title: title, targets: targets.map(line), consequence: consequence(able),
                    command: ShellCommand("stores", "delete").adding(names.map(\.rawValue)).text,
                    button: single == nil ? "Delete \(able.count) stores" : "Delete store",
                    expected: single?.rawValue ?? "\(able.count)",
                    request: single == nil ? "Type the number of stores to delete:" : "Type the store's name:"),
                then: .confirmed(names))
        ]
    }

    private func line(_ row: StoreRow) -> [TextRun] {
        let head = [
            TextRun(TextFitting.fitted(row.id.rawValue, to: 16, mark: "~") + " ", .strong),
            TextRun(TextFitting.fitted(row.summary.health.state.word, to: 9, mark: "~"), row.summary.health.state.role),
        ]
        if row.deletionObstacle != nil { return head + [TextRun("in the configuration, will be skipped", .muted)] }
        let sets = CountText.of(Int64(row.summary.featureSets.count), "set")
        return head + [TextRun("\(row.holdings)  \(sets)  \(row.jobs) jobs")]
    }

    private func consequence(_ able: [StoreRow]) -> String {
        let jobs = able.reduce(0) { $0 + $1.summary.jobsTotal }
        let end = jobs > 0 ? "\(CountText.of(Int64(jobs), "job")) that feed it will end. " : ""
        return end + "Online reads and exports no longer find it. What it holds stays where it is."
    }

    private func delete(_ names: [StoreName]) async -> [OrderOutcome] {
        var outcomes: [OrderOutcome] = []
        for name in names {
            do throws(OperationError) {
                try await stores.delete(name)
                outcomes.append(OrderOutcome(target: name.rawValue, result: .done, message: "its contents stay"))
            } catch {
                let isGone = error.code == .notFound
                outcomes.append(
                    OrderOutcome(
                        target: name.rawValue, result: isGone ? .skipped : .failed, message: error.message))
            }
        }
        return outcomes
    }
}
