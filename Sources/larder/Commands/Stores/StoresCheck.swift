import ArgumentParser
import FeatureModel
import Operations
import TextCanvas

/// `larder stores check`.
struct StoresCheck: LarderCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Connect to a store, measure, prove a write and a read.",
        discussion: "Example: larder stores check online")

    @Argument(help: "The store's name.")
    var name: String

    @OptionGroup(title: "Common options") var options: CommandOptions

    func run(in session: Session) async throws(OperationError) -> ExitStatus {
        let check = try await session.operations.stores.check(StoreName(name))
        session.printer.write(.store, check.store) { store in StoreText.write(store) + "\n" + Self.steps(check) }
        guard let error = check.error else { return .done }
        throw error
    }

    private static func steps(_ check: StoreCheck) -> String {
        check.steps.map { step in
            let time = step.milliseconds.map { "  \(StoreText.rounded($0)) ms" } ?? ""
            return "\(step.verdict.rawValue)  \(step.name)  \(SafeText.escaped(step.fact))\(time)\n"
        }.joined()
    }
}
