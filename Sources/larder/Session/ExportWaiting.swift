import FeatureModel
import Operations

/// Waits for an export's end, telling how far it is.
struct ExportWaiting: Sendable {
    let session: Session
    let timeout: TimeSpan?

    /// Waits, prints the export, and answers by how it ended.
    func wait(for id: ExportID) async throws(OperationError) -> ExitStatus {
        let clock = ContinuousClock()
        let deadline = timeout.map { clock.now + $0.duration }
        var pause = Duration.milliseconds(10)
        while true {
            let export = try await session.operations.exports.get(id)
            if export.status.isTerminal { return end(export) }
            session.talk.progress(
                "export \(id)  \(export.stage?.rawValue ?? export.status.rawValue)  \(export.rowsDone) rows")
            if let deadline, clock.now >= deadline {
                session.talk.endProgress()
                throw OperationError(
                    .timedOut, "export \(id) is \(export.status.rawValue) still", target: id.rawValue,
                    hint: "it goes on; larder exports wait \(id) waits again")
            }
            do { try await clock.sleep(for: pause) } catch {
                throw OperationError(
                    .interrupted, "stopped waiting; export \(id) goes on", target: id.rawValue,
                    hint: "larder exports wait \(id) waits again, larder exports cancel \(id) ends it")
            }
            pause = min(pause * 2, .milliseconds(250))
        }
    }

    private func end(_ export: Export) -> ExitStatus {
        session.talk.endProgress()
        session.printer.write(.export, export, table: ExportText.write)
        return export.status == .done ? .done : .failed
    }
}
