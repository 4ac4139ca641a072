import ConsoleKit
import FeatureModel
import Operations
import TextCanvas

/// Cancelling exports, for every view that can: reads the targets as they are now, asks, reads them again, orders.
struct ExportCancelling: Sendable {
    let exports: ExportOperations

    /// What follows from what happened.
    func update(_ message: ExportCancelMessage) -> [Effect<ExportCancelMessage>] {
        switch message {
        case .asked(let ids):
            return [
                .load("cancel") { [self] in
                    .targetsRead(
                        await Result(asking: { () async throws(OperationError) in try await targets(ids) }))
                }
            ]
        case .targetsRead(.success(let targets)): return question(targets)
        case .confirmed(let ids):
            return [.run("cancel") { [self] send in await send(.carriedOut(await carryOut(ids))) }]
        case .carriedOut(.success(let outcomes)):
            return [Effect(.notify(OrderSummary(verb: "cancelling", outcomes: outcomes).notice))]
        case .targetsRead(.failure(let problem)), .carriedOut(.failure(let problem)): return [.notify(problem)]
        }
    }

    /// Why none of some exports can be cancelled; nil when one can.
    func refusal(_ targets: [Export]) -> String? {
        guard let first = targets.first else { return "the list is empty" }
        guard targets.allSatisfy({ Self.obstacle($0) != nil }), let obstacle = Self.obstacle(first) else { return nil }
        return targets.count == 1 ? "\(first.id) \(obstacle)" : "none of the \(targets.count) exports can be cancelled"
    }

    /// Why an export cannot be cancelled; nil when it can.
    static func obstacle(_ export: Export) -> String? {
        if export.status.isTerminal { return "has ended (\(export.status.rawValue))" }
        return export.status == .cancelling ? "is being cancelled already" : nil
    }

    private func question(_ targets: [Export]) -> [Effect<ExportCancelMessage>] {
        if let refusal = refusal(targets) { return [.notify(.warning, refusal)] }
        let able = targets.filter { Self.obstacle($0) == nil }.map(\.id)
        let count = CountText.of(Int64(able.count), "export")
        let title = able.count == 1 ? "Cancel export \(able[0])" : "Cancel \(count)"
        let confirmation = ChangeConfirmation(
            able.count > 1 ? .typed : .dialog, title: title, targets: targets.map(line),
            consequence:
                "It ends after the rows at hand; nothing is left of its output. It can be asked for again with +.",
            command: ShellCommand("exports", "cancel").adding(able.map(\.rawValue)).text, button: "Cancel \(count)",
            expected: "\(able.count)", request: "Type the number of exports to cancel:")
        return [.confirm(confirmation, then: .confirmed(able))]
    }

    private func line(_ export: Export) -> [TextRun] {
        let row = ExportRow(export: export)
        let head = [
            TextRun(TextFitting.fitted(export.id.rawValue, to: 12, mark: "~") + " ", .strong),
            TextRun(TextFitting.fitted(export.status.rawValue, to: 11, mark: "~") + " ", export.status.role),
        ]
        if let obstacle = Self.obstacle(export) { return head + [TextRun("\(obstacle), will be skipped", .muted)] }
        return head + [TextRun("\(row.percent) %  \(export.request.outputPath)")]
    }

    private func targets(_ ids: [ExportID]) async throws(OperationError) -> [Export] {
        let wanted = Set(ids)
        return try await exports.list().filter { wanted.contains($0.id) }
    }

    private func carryOut(_ ids: [ExportID]) async -> Result<[OrderOutcome], Problem> {
        await Result(asking: { () async throws(OperationError) -> [OrderOutcome] in
            var outcomes: [OrderOutcome] = []
            for export in try await targets(ids) {
                if let obstacle = Self.obstacle(export) {
                    outcomes.append(OrderOutcome(target: export.id.rawValue, result: .skipped, message: obstacle))
                } else {
                    outcomes.append(try await exports.cancel(export.id))
                }
            }
            return outcomes
        })
    }
}
