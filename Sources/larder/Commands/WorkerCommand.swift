import ArgumentParser
import FeatureModel
import Ingestion
import Logging
import MetricsExport
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

    @Option(
        help: ArgumentHelp(
            "Answer GET /metrics for Prometheus at this address while the job runs.", valueName: "host:port"))
    var metrics: String?

    @OptionGroup var workspaceOptions: WorkspaceOptions

    func validate() throws {
        guard (job == nil) != (export == nil) else { throw ValidationError("give --job or --export, one of them") }
        guard let metrics else { return }
        guard job != nil else { throw ValidationError("--metrics goes with --job; an export has none") }
        guard ListenAddress(metrics) != nil else {
            throw ValidationError("--metrics takes host:port, such as 127.0.0.1:9464 or [::1]:9464")
        }
    }

    func run() async throws {
        let options = workspaceOptions
        let task = job.map { WorkerTask.job(JobID($0)) } ?? .export(ExportID(export ?? ""))
        try await CommandEnd.reached(.table) { () async throws(OperationError) -> ExitStatus in
            let services = try await LarderServices.open(options, logging: .worker)
            let shutdown = StopSignal()
            let gate = TerminationGate { shutdown.raise(.shutdown) }
            do throws(OperationError) {
                try await work(task, in: services.workspace, until: shutdown)
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

    private func work(
        _ task: WorkerTask, in workspace: Workspace, until shutdown: StopSignal
    ) async throws(OperationError) {
        guard let address = metrics.flatMap(ListenAddress.init) else {
            return try await WorkerProcess.run(task, in: workspace, until: shutdown)
        }
        let metrics = try await WorkerMetrics.open(
            at: address, version: RunningProgram.version, startedAt: SystemTime.now())
        workspace.environment.logger.info("metrics are answered", metadata: ["at": "http://\(metrics.address)/metrics"])
        do throws(OperationError) {
            try await WorkerProcess.run(task, in: workspace, until: shutdown, metrics: metrics)
        } catch {
            await metrics.close()
            throw error
        }
        await metrics.close()
    }
}
