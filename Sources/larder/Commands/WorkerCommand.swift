import ArgumentParser
import FeatureModel
import Operations

/// `larder worker`: one job or export as a process of its own. Started by the console and by commands.
struct WorkerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "worker", abstract: "Run one job or export in this process.",
        discussion:
            "Started, detached, by the console and by commands; it takes its orders from the job-state database.")

    @Option(help: ArgumentHelp("The ingestion job.", valueName: "id"))
    var job: String?

    @Option(help: ArgumentHelp("The export.", valueName: "id"))
    var export: String?

    @OptionGroup var workspaceOptions: WorkspaceOptions

    func validate() throws {
        guard (job == nil) != (export == nil) else { throw ValidationError("give --job or --export, one of them") }
    }

    func run() async throws {
        let (options, job, export) = (workspaceOptions, job, export)
        try await CommandEnd.reached(.table) { () async throws(OperationError) -> ExitStatus in
            let services = try await LarderServices.open(options, logging: .worker)
            do throws(OperationError) {
                try await Interruption.watching { () async throws(OperationError) in
                    if let job { try await services.runJob(JobID(job)) }
                    if let export { try await services.runExport(ExportID(export)) }
                }
                await services.close()
                return .done
            } catch {
                await services.close()
                throw error
            }
        }
    }
}
