import ConsoleKit
import Operations

/// What orders to several targets did, in one message: `stopped 3, skipped 1 (already stopping), failed 1`.
struct OrderSummary {
    /// What was done, in the past: `stopped`.
    let verb: String
    /// What became of each target.
    let outcomes: [OrderOutcome]

    /// The message; every target is in its detail.
    var notice: Notice {
        let parts = [
            part(.done, verb), part(.skipped, "skipped"), part(.failed, "failed"),
        ].compactMap(\.self)
        let text = parts.isEmpty ? "nothing to do" : parts.joined(separator: ", ")
        return Notice(level, text, detail: detail)
    }

    private var level: Notice.Level {
        if outcomes.contains(where: { $0.result == .failed }) { return .error }
        return outcomes.contains { $0.result == .done } ? .done : .warning
    }

    private var detail: String {
        outcomes.prefix(100).map { "\($0.target): \($0.result.rawValue) - \($0.message)" }.joined(separator: "\n")
    }

    /// A count with the reason, where all targets of it share one.
    private func part(_ result: OrderOutcome.Result, _ word: String) -> String? {
        let matching = outcomes.filter { $0.result == result }
        guard let first = matching.first else { return nil }
        let name = matching.count == 1 && outcomes.count == 1 ? first.target : CountText.grouped(Int64(matching.count))
        let hasOneReason = matching.allSatisfy { $0.message == first.message } && !first.message.isEmpty
        return "\(word) \(name)" + (hasOneReason ? " (\(first.message))" : "")
    }
}
