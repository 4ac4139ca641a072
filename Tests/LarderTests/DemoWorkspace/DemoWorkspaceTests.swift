import ArgumentParser
import Documents
import FaultKit
import FeatureModel
import Testing

@testable import larder

@Suite("The demo's workspace")
struct DemoWorkspaceTests {
    private let folder: TemporaryFolder
    private let workspace: DemoWorkspace

    init() throws {
        folder = try TemporaryFolder()
        workspace = DemoWorkspace.find(try WorkspaceOptions.parse(["--workspace", folder.path]))
    }

    @Test("an empty folder is absent, then begun, then complete")
    func progress() throws {
        #expect(workspace.progress == .absent)
        try workspace.mark("begun")
        #expect(workspace.progress == .begun)
        try workspace.mark("complete")
        #expect(workspace.progress == .complete)
    }

    @Test("a workspace that the demo did not make is foreign")
    func foreign() throws {
        try folder.write("project: mine\n", to: "larder.yaml")
        #expect(workspace.progress == .foreign)
    }

    @Test("the folder is opened by the options, absolute")
    func options() {
        #expect(workspace.directory == folder.path)
        #expect(workspace.options.workspace == folder.path)
    }

    @Test("its configuration is in order, and judges ages as of the data's end")
    func configuration() throws {
        let read = try WorkspaceConfiguration.read(
            DemoWorkspace.configuration, file: "larder.yaml", environment: [:])
        #expect(read.asOf?.description == "2013-02-01T00:00:00Z")
        #expect(read.stores.count == 2)
    }

    @Test("every suggestion is a command that is understood")
    func suggestions() throws {
        let lines = workspace.suggestions(program: "larder").split(separator: "\n")
        #expect(lines.count >= 5)
        for line in lines {
            let words = line.split(separator: " ").dropFirst().map { String($0.filter { $0 != "'" }) }
            _ = try Larder.parseAsRoot(words)
        }
    }
}
