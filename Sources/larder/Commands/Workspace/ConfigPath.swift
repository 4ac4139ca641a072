import ArgumentParser
import Operations
import Services

/// `larder config path`.
struct ConfigPath: ContractCommand {
    static let configuration = CommandConfiguration(
        commandName: "path", abstract: "Show where the configuration is, or would be.")

    @OptionGroup(title: "Common options") var options: CommandOptions

    func carryOut() async throws(OperationError) -> ExitStatus {
        let file = ConfigurationPath(directory: place.directory)
        Printer(format: options.format).write(.configurationPath, file) { $0.path + "\n" }
        return .done
    }
}

/// Where a workspace's configuration is.
struct ConfigurationPath: Sendable {
    let directory: String

    var path: String { "\(directory)/larder.yaml" }
}

extension Kind where Thing == ConfigurationPath {
    /// The place of the configuration (`config path`).
    static var configurationPath: Kind {
        Kind(
            name: "ConfigurationPath", nameField: "path",
            fields: [.text("path") { $0.path }, .text("workspace") { $0.directory }])
    }
}
