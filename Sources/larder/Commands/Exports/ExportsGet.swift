import ArgumentParser
import FeatureModel
import Operations

/// `larder exports get`.
struct ExportsGet: LarderCommand {
    static let configuration = CommandConfiguration(
        commandName: "get", abstract: "Show an export.", discussion: "Example: larder exports get EXPORT -o json")

    @Argument(help: "The export's id.")
    var id: String

    @OptionGroup var watchOptions: WatchOptions
    @OptionGroup(title: "Common options") var options: CommandOptions

    func run(in session: Session) async throws(OperationError) -> ExitStatus {
        try await Watching.run(watchOptions, session) { () async throws(OperationError) in
            let export = try await session.operations.exports.get(ExportID(id))
            session.printer.write(.export, export, table: ExportText.write)
        }
        return .done
    }
}
