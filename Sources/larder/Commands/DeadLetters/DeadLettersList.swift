import ArgumentParser
import FeatureModel
import Operations

/// `larder dead-letters list`.
struct DeadLettersList: LarderCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List dead letters, newest first, or grouped by reason.",
        discussion: "Example: larder dead-letters list --group reason")

    @Option(help: ArgumentHelp("Group by: reason.", valueName: "what"))
    var group: DeadLetterGrouping?

    @OptionGroup var deadLetterOptions: DeadLetterOptions

    @OptionGroup var listOptions: ListOptions
    @OptionGroup var watchOptions: WatchOptions
    @OptionGroup(title: "Common options") var options: CommandOptions

    func run(in session: Session) async throws(OperationError) -> ExitStatus {
        let query = try deadLetterOptions.query(in: session)
        var status = ExitStatus.done
        try await Watching.run(watchOptions, session) { () async throws(OperationError) in
            status = try await write(query, session)
        }
        return status
    }

    private func write(_ query: DeadLetterQuery, _ session: Session) async throws(OperationError) -> ExitStatus {
        if group == .reason {
            let groups = try await session.operations.deadLetters.groups(query)
            try session.printer.write(Kind.deadLetterGroup.listing(groups, asOf: session.now()), listOptions)
            return .done
        }
        // A filter or an order is about all of them, so that the limit counts behind it.
        let isWhole = listOptions.filter != nil || listOptions.sort != nil
        let most = isWhole ? Self.most : listOptions.limit ?? Self.page
        let page = try await session.operations.deadLetters.list(query, max(0, most), 0)
        let errors = page.missing.map { store in
            OperationError(.unreachable, store.health.error ?? "did not answer", target: store.name)
        }
        let listing = Kind.deadLetter.listing(
            page.letters, asOf: session.now(), isTruncated: Int64(page.letters.count) < page.total,
            errors: errors.map(ErrorText.fields))
        try session.printer.write(listing, listOptions)
        if listing.isTruncated { session.talk.say("\(page.letters.count) of \(page.total); --limit shows more") }
        for error in errors { session.talk.warn("larder: \(error.target ?? ""): \(error.message)") }
        return errors.isEmpty ? .done : .failed
    }

    /// How many are listed unless `--limit` says.
    private static let page = 1_000
    /// How many are looked at where they are filtered or put in order.
    private static let most = 100_000
}
