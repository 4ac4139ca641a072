import ArgumentParser
import FeatureModel
import Operations

/// `larder dead-letters replay`.
struct DeadLettersReplay: LarderCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay", abstract: "Produce dead letters to their source again.",
        discussion: "Example: larder dead-letters replay --reason 'unknown feature set' --dry-run")

    @OptionGroup var targets: DeadLetterTargets
    @OptionGroup var confirmOptions: ConfirmOptions
    @OptionGroup(title: "Common options") var options: CommandOptions

    func run(in session: Session) async throws(OperationError) -> ExitStatus {
        let query = try targets.query(in: session)
        if !targets.dryRun { try Assent(confirmOptions).ask("Replay these dead letters?") }
        let outcomes = try await session.operations.deadLetters.replay(query, targets.dryRun)
        try session.printer.write(Kind.orderResult.listing(outcomes, asOf: session.now()))
        return ExitStatus(outcomes)
    }
}
