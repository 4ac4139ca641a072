import FeatureModel
public import Ingestion
import LocalState
public import Operations

/// What a `larder worker` process does: one task, to its end.
public enum WorkerProcess {
    /// Runs a task.
    ///
    /// - Parameters:
    ///   - task: the job or export.
    ///   - workspace: the workspace, whose logger is the worker's.
    ///   - shutdown: raised by SIGTERM: a job finishes its batch, commits and leaves the rest to the next worker; an
    ///     export is cancelled, so that nothing half-written is left.
    ///   - metrics: where the process answers with a job's metrics; nil where it does not.
    /// - Throws: `notFound`; `refused` while another worker that is alive has it; `failed` when the job ended in error.
    public static func run(
        _ task: WorkerTask, in workspace: Workspace, until shutdown: StopSignal, metrics: WorkerMetrics? = nil
    ) async throws(OperationError) {
        switch task {
        case .job(let id): try await run(id, in: workspace, until: shutdown, metrics: metrics)
        case .export(let id): try await run(id, in: workspace, until: shutdown)
        }
    }

    private static func run(
        _ id: JobID, in workspace: Workspace, until shutdown: StopSignal, metrics: WorkerMetrics?
    ) async throws(OperationError) {
        switch try await JobWorker(workspace: workspace, metrics: metrics).run(id, until: shutdown) {
        case .failed(let reason):
            throw OperationError(.failed, "job \(id) ended in error: \(reason)", target: id.rawValue)
        case .hadEnded(let status):
            throw OperationError(
                .refused, "job \(id) has ended: \(status.rawValue)", target: id.rawValue,
                hint: "larder jobs restart \(id) starts it again")
        case .stopped, .suspended, .shutDown, .leaseLost: return
        }
    }

    private static func run(
        _ id: ExportID, in workspace: Workspace, until shutdown: StopSignal
    ) async throws(OperationError) {
        let environment = workspace.environment
        let worker = ExportWorker(
            planner: workspace.exportPlanner, ledger: workspace.database.exports, identity: environment.process,
            leaseTerm: workspace.terms.lease, now: environment.wallClock, clock: environment.clock,
            log: environment.logger)
        let result = await withTaskGroup(of: Result<Void, OperationError>?.self) { group in
            group.addTask {
                do throws(OperationError) { return .success(try await worker.run(id)) } catch { return .failure(error) }
            }
            group.addTask {
                _ = await shutdown.raisedOrder()
                return nil
            }
            // Either the export has ended, or it is cancelled and awaited.
            var result: Result<Void, OperationError>?
            for await next in group {
                result = result ?? next
                group.cancelAll()
            }
            return result ?? .success(())
        }
        try result.get()
    }
}
