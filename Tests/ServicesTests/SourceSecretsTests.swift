import FeatureModel
import Foundation
import LocalState
import Operations
import StorageAPI
import Testing

@testable import Services

@Suite("Secrets of sources")
struct SourceSecretsTests {
    private static let secret = "horse-battery-staple"

    private static func configuration(password: String) -> String {
        """
        source: {type: MEMORY, config: {name: "${LOG_NAME}", password: "\(password)"}}
        stores:
          - {name: online, type: MEMORY, config: {name: online}, subscriptions: [{project: "*", name: "*"}]}

        """
    }

    @Test("a secret from a variable opens the source, and is nowhere in the job-state database")
    func variable() async throws {
        let test = try TestWorkspace(configuration: Self.configuration(password: "${LOG_PASSWORD}"), runsWorkers: false)
        let workspace = try await test.open(variables: ["LOG_PASSWORD": Self.secret, "LOG_NAME": "log"])
        let operations = LiveOperations.make(workspace)
        _ = try await operations.featureSets.apply(TestWorkspace.weatherYAML, "w.yaml", false)
        _ = try await operations.jobs.reconcile()
        let job = try #require(try await workspace.onlyJob())
        #expect(job.source.config == ["name": "${LOG_NAME}", "password": "${LOG_PASSWORD}"])
        #expect(try workspace.sources.entry(job.source).place.config["password"] == Self.secret)
        #expect(try workspace.sources.entry(job.source).place.config["name"] == "log")
        let path = workspace.database.path
        await workspace.close()
        for file in [path, path + "-wal"] where FileManager.default.fileExists(atPath: file) {
            let bytes = try Data(contentsOf: URL(filePath: file))
            #expect(bytes.range(of: Data(Self.secret.utf8)) == nil)
        }
    }

    @Test("a secret that stands in the configuration is refused with its place, though nobody else can read the file")
    func literal() async throws {
        let test = try TestWorkspace(configuration: Self.configuration(password: "x${LOG_PASSWORD}"))
        let error = await refusal { () async throws(OperationError) in
            _ = try await test.open(variables: ["LOG_PASSWORD": Self.secret, "LOG_NAME": "log"])
        }
        #expect(error?.code == .invalid)
        #expect(error?.description.contains("larder.yaml:1:") == true)
        #expect(error?.description.contains("must be ${VAR} alone") == true)
        #expect(error?.description.contains(Self.secret) == false)
    }

    @Test("a secret that stands in a feature set's own source is refused, and so is a variable that is not set")
    func featureSets() async throws {
        let test = try TestWorkspace(configuration: TestWorkspace.configuration())
        let workspace = try await test.open()
        let operations = LiveOperations.make(workspace)
        for (password, reason) in [(Self.secret, "must be ${VAR} alone"), ("${NOT_SET}", "NOT_SET is not set")] {
            let own = "  source: {type: MEMORY, config: {name: log, password: \"\(password)\"}}\n"
            let error = await refusal { () async throws(OperationError) in
                _ = try await operations.featureSets.apply(TestWorkspace.weatherYAML + own, "w.yaml", false)
            }
            #expect(error?.code == .invalid)
            #expect(error?.description.contains(reason) == true, "\(String(describing: error))")
            #expect(error?.description.contains(Self.secret) == false)
        }
        #expect(try await operations.featureSets.list(nil).isEmpty)
        await workspace.close()
    }
}
