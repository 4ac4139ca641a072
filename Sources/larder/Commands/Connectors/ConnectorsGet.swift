import ArgumentParser
import FeatureModel
import Operations

/// `larder connectors get`.
struct ConnectorsGet: LarderCommand {
    static let configuration = CommandConfiguration(
        commandName: "get", abstract: "Show a connector's settings and what it can do.",
        discussion: "Example: larder connectors get REDIS")

    @Argument(help: "The type, such as REDIS.")
    var type: String

    @OptionGroup(title: "Common options") var options: CommandOptions

    func run(in session: Session) async throws(OperationError) -> ExitStatus {
        let connectors = session.operations.connectors
        guard let connector = connectors.first(where: { $0.type == type.uppercased() }) else {
            let nearest = SpellingDistance.nearest(to: type, among: connectors.map(\.type))
            throw OperationError(
                .notFound, "there is no connector \(type)", target: type,
                hint: nearest.map { "did you mean \($0)?" }
                    ?? "there are \(connectors.map(\.type).joined(separator: ", "))")
        }
        session.printer.write(.connector, connector, table: Self.table)
        return .done
    }

    private static func table(_ connector: ConnectorSummary) -> String {
        let settings = connector.settings.map { setting in
            OutputValue.object([
                OutputField("key", .string(setting.key)), OutputField("kind", .string(setting.kind)),
                OutputField("default", .optional(setting.defaultValue)),
                OutputField(
                    "marks",
                    .strings(
                        [setting.isRequired ? "required" : nil, setting.isSecret ? "secret" : nil].compactMap { $0 })),
                OutputField("documentation", .string(setting.documentation)),
            ])
        }
        let columns = [
            ListingColumn("key", "SETTING"), ListingColumn("kind", "KIND"), ListingColumn("default", "DEFAULT"),
            ListingColumn("marks", ""), ListingColumn("documentation", "WHAT IT IS FOR"),
        ]
        return FactLines.write([
            ("type", connector.type), ("summary", connector.summary),
            ("capabilities", connector.capabilities.joined(separator: ", ")),
        ]) + connector.remarks.map { "  note  \($0)\n" }.joined() + "\n"
            + TableText.write(columns, settings, withHeaders: true)
    }
}
