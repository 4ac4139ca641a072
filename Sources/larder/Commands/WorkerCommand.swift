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
        discussion: """
            Started, detached, by the console and by commands; takes its orders from the job-state database. With --spec it \
            needs none: it runs the job of a file that larder jobs spec wrote, until SIGTERM.
            """)

    @Option(help: ArgumentHelp("The ingestion job.", valueName: "id"))
    var job: String?

    @Option(help: ArgumentHelp("The export.", valueName: "id"))
    var export: String?

    @Option(help: ArgumentHelp("A file of larder jobs spec.", valueName: "file"))
    var spec: String?

    @Option(
        help: ArgumentHelp(
            "Answer GET /metrics for Prometheus at this address while the job runs.", valueName: "host:port"))
    var metrics: String?

    @OptionGroup var workspaceOptions: WorkspaceOptions

    func validate() throws {
        guard [job, export, spec].compactMap(\.self).count == 1 else {
            throw ValidationError("give --job, --export or --spec, one of them")
        }
        guard let metrics else { return }
        guard export == nil else { throw ValidationError("--metrics goes with --job and --spec; an export has none") }
        guard ListenAddress(metrics) != nil else {
            throw ValidationError("--metrics takes host:port, such as 127.0.0.1:9464 or [::1]:9464")
        }
    }

    func run() async throws {
        if let spec { return try await runSpecification(at: spec) }
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

    private func runSpecification(at path: String) async throws {
        try await CommandEnd.reached(.table) { () async throws(OperationError) -> ExitStatus in
            let shutdown = StopSignal()
            let gate = TerminationGate { shutdown.raise(.shutdown) }
            defer { gate.close() }
            let metrics = try await openMetrics()
            do throws(OperationError) {
                try await SpecificationFile(path: path).worker(metrics).run(until: shutdown)
            } catch {
                await metrics?.close()
                throw error
            }
            await metrics?.close()
            return .done
        }
    }

    private func openMetrics() async throws(OperationError) -> WorkerMetrics? {
        guard let address = metrics.flatMap(ListenAddress.init) else { return nil }
        return try await WorkerMetrics.open(
            at: address, version: RunningProgram.version, startedAt: SystemTime.now())
    }

    private func work(
        _ task: WorkerTask, in workspace: Workspace, until shutdown: StopSignal
    ) async throws(OperationError) {
        guard let metrics = try await openMetrics() else {
            return try await WorkerProcess.run(task, in: workspace, until: shutdown)
        }
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
