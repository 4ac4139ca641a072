import ArgumentParser
import FeatureModel
import Operations

/// `larder exports cancel`.
struct ExportsCancel: LarderCommand {
    static let configuration = CommandConfiguration(
        commandName: "cancel", abstract: "Ask an export to end.",
        discussion: "Example: larder exports cancel EXPORT --yes")

    @Argument(help: "The export's id.")
    var id: String

    @OptionGroup var confirmOptions: ConfirmOptions
    @OptionGroup(title: "Common options") var options: CommandOptions

    func run(in session: Session) async throws(OperationError) -> ExitStatus {
        try Assent(confirmOptions).ask("Cancel export \(id)?")
        let outcome = try await session.operations.exports.cancel(ExportID(id))
        try session.printer.write(Kind.orderResult.listing([outcome], asOf: session.now()))
        return ExitStatus([outcome])
    }
}
