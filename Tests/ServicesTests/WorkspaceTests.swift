import Documents
import FaultKit
import FeatureModel
import Foundation
import Operations
import StorageAPI
import Testing

@testable import Services

@Suite("A workspace opens whole or not at all")
struct WorkspaceTests {
    @Test("without a configuration it works: two embedded stores, the local log, all in the folder of the state")
    func standard() async throws {
        let test = try TestWorkspace()
        let workspace = try await test.open()
        let entries = try await workspace.stores.entries()
        #expect(entries.map(\.name) == ["online", "historical"])
        #expect(
            entries.map(\.place.config["path"])
                == ["online.db", "history.db"].map { "\(test.folder.path)/state/\($0)" })
        #expect(entries.map(\.origin) == [.builtIn, .builtIn])
        let source = try workspace.sources.entry(workspace.defaultSource)
        #expect(source.place.config["path"] == "\(test.folder.path)/state/log.db")
        #expect(workspace.summary.configurationPath == nil)
        #expect(workspace.summary.defaultProject == "default")
        await workspace.close()
    }

    @Test("paths that a configuration writes are relative to the workspace")
    func relativePaths() async throws {
        let test = try TestWorkspace(
            configuration: """
                state: ../elsewhere-\(UUID().uuidString)
                stores:
                  - {name: s, type: SQLITE, config: {path: data/../mine.db}}
                """)
        let workspace = try await test.open()
        let entry = try await workspace.stores.entry("s")
        #expect(entry.place.config["path"] == "\(test.folder.path)/mine.db")
        #expect(workspace.stateDirectory.contains("/elsewhere-"))
        #expect(!workspace.stateDirectory.contains(".."))
        guard case .configuration(_, let line) = entry.origin else {
            Issue.record("the store is not the configuration's")
            return
        }
        #expect(line == 3)
        await workspace.close()
        try FileManager.default.removeItem(atPath: workspace.stateDirectory)
    }

    struct Fault: Sendable, CustomTestStringConvertible {
        let name: String
        let yaml: String
        let words: [String]
        var testDescription: String { name }
    }

    static let faults = [
        Fault(
            name: "an unknown setting", yaml: "stores:\n  - name: s\n    type: REDIS\n    config: {hots: x, port: 1}\n",
            words: ["larder.yaml:4", "hots", "host"]),
        Fault(
            name: "a setting of the wrong kind",
            yaml: "stores:\n  - name: s\n    type: REDIS\n    config:\n      host: x\n      port: many\n",
            words: ["larder.yaml:6", "port", "integer"]),
        Fault(
            name: "an unknown connector", yaml: "stores:\n  - {name: s, type: REDDIS}\n",
            words: ["larder.yaml:2", "REDDIS", "REDIS"]),
        Fault(
            name: "a source as a store", yaml: "stores:\n  - {name: s, type: LOCAL}\n",
            words: ["larder.yaml:2", "LOCAL"]),
        Fault(
            name: "a store as a source", yaml: "source: {type: SQLITE}\n", words: ["larder.yaml", "SQLITE", "LOCAL"]),
        Fault(
            name: "an unknown setting of the source", yaml: "source: {type: LOCAL, config: {pth: x}}\n",
            words: ["larder.yaml:1", "pth", "path"]),
        Fault(
            name: "a store that is named twice",
            yaml:
                "stores:\n  - {name: s, type: SQLITE, config: {path: a}}\n  - {name: s, type: SQLITE, config: {path: b}}\n",
            words: ["larder.yaml:3", "s"]),
        Fault(name: "an unknown key", yaml: "projekt: x\n", words: ["larder.yaml:1", "projekt", "project"]),
        Fault(
            name: "a variable that is not set",
            yaml: "stores:\n  - {name: s, type: SQLITE, config: {path: \"${NOWHERE}\"}}\n",
            words: ["larder.yaml", "NOWHERE"]),
    ]

    @Test("a fault in the configuration names file, line and key, and leaves nothing behind", arguments: faults)
    func fault(_ fault: Fault) async throws {
        let test = try TestWorkspace(configuration: fault.yaml)
        let error = await refusal { () async throws(OperationError) in try await test.open() }
        #expect(error?.code == .invalid)
        for word in fault.words { #expect(error?.description.contains(word) == true, "\(error?.description ?? "-")") }
        #expect(!FileManager.default.fileExists(atPath: "\(test.folder.path)/state"))
    }

    @Test("a secret in a file that others can read is refused, one from a variable is not")
    func secrets() async throws {
        let test = try TestWorkspace()
        let path = try test.write(
            "larder.yaml", "stores:\n  - name: m\n    type: MEMORY\n    config: {password: swordfish}\n")
        chmod(path, 0o644)
        let error = await refusal { () async throws(OperationError) in try await test.open() }
        #expect(error?.code == .invalid)
        #expect(error?.description.contains("swordfish") == false)
        #expect(error?.description.contains("larder.yaml:4") == true)
        chmod(path, 0o600)
        try await test.open().close()
        try test.write(
            "larder.yaml", "stores:\n  - name: m\n    type: MEMORY\n    config: {password: \"${PASSWORD}\"}\n")
        chmod(path, 0o644)
        let workspace = try await test.open(variables: ["PASSWORD": "swordfish"])
        #expect(try await workspace.stores.entry("m").definition.config["password"] == "swordfish")
        await workspace.close()
    }

    @Test("a file that is no UTF-8 is refused")
    func notText() async throws {
        let test = try TestWorkspace()
        try Data([0xff, 0xfe, 0x41]).write(to: URL(filePath: "\(test.folder.path)/larder.yaml"))
        let error = await refusal { () async throws(OperationError) in try await test.open() }
        #expect(error?.code == .invalid)
        #expect(error?.description.contains("UTF-8") == true)
    }

    @Test("a damaged job-state database is told of, with its path")
    func damagedDatabase() async throws {
        let test = try TestWorkspace()
        try FileManager.default.createDirectory(
            atPath: "\(test.folder.path)/state", withIntermediateDirectories: true)
        try test.write("state/larder.db", String(repeating: "no database at all. ", count: 500))
        let error = await refusal { () async throws(OperationError) in try await test.open() }
        #expect(error?.description.contains("larder.db") == true)
        #expect(error?.hint != nil)
    }
}
