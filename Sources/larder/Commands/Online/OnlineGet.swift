import ArgumentParser
import FeatureModel
import Operations

/// `larder online get`.
struct OnlineGet: LarderCommand {
    static let configuration = CommandConfiguration(
        commandName: "get", abstract: "Read online values.",
        discussion: "Example: larder online get origin=EWR --features 'nyc/weather:*'")

    @Argument(help: "The key: entity=value …")
    var key: [String] = []

    @Option(help: ArgumentHelp("The features, separated by commas; may be repeated.", valueName: "ref,…"))
    var features: [String]

    @Option(help: ArgumentHelp("A CSV or JSON Lines file of keys.", valueName: "file"))
    var keys: String?

    @Option(help: ArgumentHelp("The store to ask.", valueName: "name"))
    var store: String?

    @Option(help: ArgumentHelp("Judge freshness as of this time (RFC 3339).", valueName: "time"))
    var at: String?

    @OptionGroup var listOptions: ListOptions
    @OptionGroup var watchOptions: WatchOptions
    @OptionGroup(title: "Common options") var options: CommandOptions

    func run(in session: Session) async throws(OperationError) -> ExitStatus {
        let query = OnlineQuery(
            keys: try entityKeys(), features: try ReferenceList.parse(features), store: store.map { StoreName($0) },
            at: try TimeText.parse(at, option: "--at"))
        try await Watching.run(watchOptions, session) { () async throws(OperationError) in
            let answer = try await session.operations.online.get(query)
            try session.printer.write(Kind.value.listing(answer.values, asOf: answer.asOf), listOptions)
        }
        return .done
    }

    private func entityKeys() throws(OperationError) -> [[OnlineQuery.EntityText]] {
        switch (keys, key.isEmpty) {
        case (let path?, true): return try KeyFile.read(path)
        case (nil, false): return [try KeyText.parse(key)]
        case (.some, false): throw OperationError(.invalid, "give a key or --keys, not both")
        case (nil, true): throw OperationError(.invalid, "no key was given", hint: "give entities, such as origin=EWR")
        }
    }
}
