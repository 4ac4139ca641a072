import ArgumentParser
import Operations

/// `larder exports list`.
struct ExportsList: LarderCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the exports.",
        discussion: "Example: larder exports list --filter status:failed")

    @OptionGroup var listOptions: ListOptions
    @OptionGroup var watchOptions: WatchOptions
    @OptionGroup(title: "Common options") var options: CommandOptions

    func run(in session: Session) async throws(OperationError) -> ExitStatus {
        try await Watching.run(watchOptions, session) { () async throws(OperationError) in
            let exports = try await session.operations.exports.list()
            try session.printer.write(Kind.export.listing(exports, asOf: session.now()), listOptions)
        }
        return .done
    }
}
