import ArgumentParser
import FeatureModel
import Operations

/// `larder online why`.
struct OnlineWhy: LarderCommand {
    static let configuration = CommandConfiguration(
        commandName: "why", abstract: "Explain why an online value is what it is.",
        discussion: "Example: larder online why origin=EWR --feature nyc/weather:temp")

    @Argument(help: "The key: entity=value …")
    var key: [String]

    @Option(help: ArgumentHelp("The feature.", valueName: "ref"))
    var feature: String

    @Option(help: ArgumentHelp("The store to ask.", valueName: "name"))
    var store: String?

    @Option(help: ArgumentHelp("Judge freshness as of this time (RFC 3339).", valueName: "time"))
    var at: String?

    @OptionGroup(title: "Common options") var options: CommandOptions

    func run(in session: Session) async throws(OperationError) -> ExitStatus {
        let query = OnlineQuery(
            keys: [try KeyText.parse(key)], features: try ReferenceList.parse([feature]),
            store: store.map { StoreName($0) }, at: try TimeText.parse(at, option: "--at"))
        let answer = try await session.operations.online.why(query)
        session.printer.write(.why, answer, table: WhyText.write)
        return .done
    }
}
