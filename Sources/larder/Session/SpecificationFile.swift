import ConnectorCatalog
import Documents
import FeatureModel
import Foundation
import Operations
import Services

/// A file that `larder jobs spec` wrote.
struct SpecificationFile: Sendable {
    let path: String

    /// Reads the file and makes its worker. Relative paths in it are relative to its folder.
    ///
    /// - Throws: `invalid` when the file cannot be read or cannot work, with the line.
    func worker(_ metrics: WorkerMetrics?) throws(OperationError) -> StandaloneWorker {
        let text: String
        do {
            text = try String(contentsOfFile: path, encoding: .utf8)
        } catch {
            throw OperationError(
                .invalid, "\(path) cannot be read: \(error.localizedDescription)", target: path,
                hint: "larder jobs spec JOB writes such a file")
        }
        let variables = RunningProgram.variables
        let specification: JobSpecification
        do throws(DocumentError) {
            specification = try JobSpecification.read(text, file: path, environment: variables)
        } catch {
            throw OperationError(error)
        }
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        return try StandaloneWorker(
            specification, connectors: ConnectorCatalog.builtIn, environment: LarderServices.workerEnvironment(),
            directory: folder, metrics: metrics)
    }
}
