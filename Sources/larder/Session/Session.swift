import Documents
import FeatureModel
import Operations
import Services

/// An opened workspace, and how a command talks.
struct Session: Sendable {
    /// What can be asked.
    let operations: Operations
    /// What the configuration says.
    let configuration: WorkspaceConfiguration
    /// The folder of the job-state database, logs and embedded stores.
    let stateDirectory: String
    /// Writes data.
    let printer: Printer
    /// Says things.
    let talk: Talk
    private let services: LarderServices

    /// Opens the workspace that the options name.
    static func open(_ options: CommandOptions) async throws(OperationError) -> Session {
        let talk = Talk(options.talkOptions)
        let services = try await LarderServices.open(
            options.workspaceOptions, logging: talk.isVerbose ? .standardError : .none)
        return Session(
            operations: services.operations, configuration: services.workspace.configuration,
            stateDirectory: services.workspace.stateDirectory, printer: Printer(format: options.format), talk: talk,
            services: services)
    }

    /// Gives everything back.
    func close() async { await services.close() }

    /// The time that lists are as of.
    func now() -> Timestamp { operations.workspace.asOf ?? operations.now() }

    /// Tells that an order was carried out: a line for people, an object for scripts.
    func report(_ outcome: OrderOutcome) {
        switch printer.format {
        case .table: talk.say(outcome.message)
        case .json, .jsonl, .csv, .yaml, .name: printer.write(.orderResult, outcome) { $0.message }
        }
    }

    /// A feature set as typed: `project/name`, or a name of the workspace's project.
    func featureSet(_ text: String) throws(OperationError) -> FeatureSetReference {
        guard let reference = FeatureSetReference(text, defaultProject: operations.workspace.defaultProject) else {
            throw OperationError(
                .invalid, "\"\(text)\" is no feature set", target: text, hint: "write project/name, such as nyc/weather"
            )
        }
        return reference
    }
}
