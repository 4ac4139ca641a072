import ArgumentParser
import FeatureModel
import Ingestion
import Operations
import Services

/// `larder worker`: one job or export as a process of its own. Started by the console and by commands.
struct WorkerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "worker", abstract: "Run one job or export in this process.",
        discussion: "Started, detached, by the console and by commands; takes its orders from the job-state database.")

    @Option(help: ArgumentHelp("The ingestion job.", valueName: "id"))
    var job: String?

    @Option(help: ArgumentHelp("The export.", valueName: "id"))
    var export: String?

    @OptionGroup var workspaceOptions: WorkspaceOptions

    func validate() throws {
        guard (job == nil) != (export == nil) else { throw ValidationError("give --job or --export, one of them") }
    }

    func run() async throws {
        let options = workspaceOptions
        let task = job.map { WorkerTask.job(JobID($0)) } ?? .export(ExportID(export ?? ""))
        try await CommandEnd.reached(.table) { () async throws(OperationError) -> ExitStatus in
            let services = try await LarderServices.open(options, logging: .worker)
            let shutdown = StopSignal()
            let gate = TerminationGate { shutdown.raise(.shutdown) }
            do throws(OperationError) {
                try await WorkerProcess.run(task, in: services.workspace, until: shutdown)
                gate.close()
                await services.close()
                return .done
            } catch {
                gate.close()
                await services.close()
                throw error
            }
        }
    }
}
