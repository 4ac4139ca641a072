import ArgumentParser
import FeatureModel
import Operations

/// `larder dead-letters replay`.
struct DeadLettersReplay: LarderCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay", abstract: "Produce dead letters to their source again.")

    @Argument(help: "The dead letters' ids; else the options say which.")
    var ids: [String] = []

    @Flag(help: "Only say what would happen.")
    var dryRun = false

    @OptionGroup var deadLetterOptions: DeadLetterOptions

    @OptionGroup var workspaceOptions: WorkspaceOptions
    @OptionGroup var talkOptions: TalkOptions
    @OptionGroup var outputOptions: OutputOptions
    @OptionGroup var confirmOptions: ConfirmOptions

    var format: OutputFormat { outputOptions.output }

    func run(in session: Session) async throws(OperationError) -> ExitStatus {
        let query = try deadLetterOptions.query(ids: ids, in: session)
        if !dryRun { try Assent(confirmOptions).ask("Replay these dead letters?") }
        let outcomes = try await session.operations.deadLetters.replay(query, dryRun)
        try session.printer.write(Kind.orderResult.listing(outcomes, asOf: session.now()))
        return ExitStatus(outcomes)
    }
}
