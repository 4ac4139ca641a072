import ArgumentParser
import Documents
import FeatureModel
import Operations

/// `larder config show`.
struct ConfigShow: LarderCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show what counts: the configuration with its defaults, secrets masked.")

    @OptionGroup var workspaceOptions: WorkspaceOptions
    @OptionGroup var talkOptions: TalkOptions
    @OptionGroup var outputOptions: OutputOptions

    var format: OutputFormat { outputOptions.output }

    func run(in session: Session) async throws(OperationError) -> ExitStatus {
        let stores = try await session.operations.stores.list()
        let document = Self.document(session, stores)
        switch format {
        case .json: StandardStream.out.write(JSONText.write(document, pretty: true) + "\n")
        case .jsonl: StandardStream.out.write(JSONText.write(document) + "\n")
        case .table, .yaml, .csv, .name: StandardStream.out.write(YAMLText.write(document))
        }
        return .done
    }

    private static func document(_ session: Session, _ stores: [StoreSummary]) -> OutputValue {
        let workspace = session.operations.workspace
        let configuration = session.configuration
        return .object([
            OutputField("kind", .string("Configuration")), OutputField("workspace", .string(workspace.directory)),
            OutputField("file", .optional(workspace.configurationPath)),
            OutputField("state", .string(session.stateDirectory)),
            OutputField("project", .string(workspace.defaultProject.rawValue)),
            OutputField("theme", .string(configuration.theme)),
            OutputField("glyphs", .string(configuration.glyphs.rawValue)),
            OutputField("mouse", .bool(configuration.isMouseOn)),
            OutputField("refresh", .double(configuration.refreshSeconds)),
            OutputField("read_only", .bool(workspace.isReadOnly)),
            OutputField("as_of", .optional(workspace.asOf?.description)),
            OutputField(
                "source", .object([OutputField("type", .string(configuration.source.definition.type))])),
            OutputField("stores", .list(stores.map(store))),
        ])
    }

    private static func store(_ store: StoreSummary) -> OutputValue {
        .object([
            OutputField("name", .string(store.name.rawValue)), OutputField("type", .string(store.type)),
            OutputField("definedAt", .optional(store.definedAt)),
            OutputField("config", .object(store.settings.map { OutputField($0.key, .string($0.value)) })),
            OutputField("subscriptions", .strings(store.subscriptions.map(\.description))),
        ])
    }
}
