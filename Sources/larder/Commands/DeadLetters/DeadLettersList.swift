import ArgumentParser
import FeatureModel
import Operations

/// `larder dead-letters list`.
struct DeadLettersList: LarderCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List dead letters, newest first, or grouped by reason.")

    @Option(help: ArgumentHelp("Group by: reason.", valueName: "what"))
    var group: DeadLetterGrouping?

    @OptionGroup var deadLetterOptions: DeadLetterOptions

    @OptionGroup var workspaceOptions: WorkspaceOptions
    @OptionGroup var talkOptions: TalkOptions
    @OptionGroup var outputOptions: OutputOptions
    @OptionGroup var listOptions: ListOptions

    var format: OutputFormat { outputOptions.output }

    func run(in session: Session) async throws(OperationError) -> ExitStatus {
        let query = try deadLetterOptions.query(in: session)
        if group == .reason {
            let groups = try await session.operations.deadLetters.groups(query)
            try session.printer.write(Kind.deadLetterGroup.listing(groups, asOf: session.now()), listOptions)
            return .done
        }
        let page = try await session.operations.deadLetters.list(query, listOptions.limit ?? Self.page, 0)
        let listing = Kind.deadLetter.listing(
            page.letters, asOf: session.now(), isTruncated: Int64(page.letters.count) < page.total,
            errors: page.missing.map { .string("\($0.name): \($0.health.error ?? "did not answer")") })
        try session.printer.write(listing, listOptions)
        if listing.isTruncated {
            session.talk.say("\(page.letters.count) of \(page.total); --limit shows more")
        }
        for store in page.missing { session.talk.warn("\(store.name): \(store.health.error ?? "did not answer")") }
        return page.missing.isEmpty ? .done : .failed
    }

    /// How many are listed unless `--limit` says.
    private static let page = 1_000
}
