import ArgumentParser
import FeatureModel
import Operations

/// `larder dead-letters discard`.
struct DeadLettersDiscard: LarderCommand {
    static let configuration = CommandConfiguration(
        commandName: "discard", abstract: "Forget dead letters for good.",
        discussion: "Example: larder dead-letters discard --feature-set nyc/weather --yes")

    @OptionGroup var targets: DeadLetterTargets
    @OptionGroup var confirmOptions: ConfirmOptions
    @OptionGroup(title: "Common options") var options: CommandOptions

    func run(in session: Session) async throws(OperationError) -> ExitStatus {
        let query = try targets.query(in: session)
        if targets.dryRun {
            let page = try await session.operations.deadLetters.list(query, 1, 0)
            session.report(outcome("would discard", page.total))
            return .done
        }
        try Assent(confirmOptions).ask("Discard these dead letters for good?")
        session.report(outcome("discarded", try await session.operations.deadLetters.discard(query)))
        return .done
    }

    private func outcome(_ verb: String, _ count: Int64) -> OrderOutcome {
        OrderOutcome(
            target: "dead-letters", result: targets.dryRun ? .skipped : .done,
            message: "\(verb) \(count) dead letter\(count == 1 ? "" : "s")")
    }
}
