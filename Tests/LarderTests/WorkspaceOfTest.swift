import FaultKit
import Foundation
import Testing

/// A workspace of one test's own, and the real program working on it.
///
/// Everything that the program leaves running names the test's folder on its command line; ``end()`` kills all of it
/// and waits until it is gone.
final class WorkspaceOfTest: Sendable {
    /// The longest time that any command may take; ends only a test that has failed already.
    private static let patience = Duration.seconds(90)

    /// Where files of the test are; the workspace is in it.
    let folder: TemporaryFolder

    /// The workspace's folder.
    var directory: String { folder.path("workspace") }

    /// Makes a workspace, with a configuration or with none.
    init(configuration: String? = nil) throws {
        folder = try TemporaryFolder()
        try FileManager.default.createDirectory(atPath: folder.path("workspace"), withIntermediateDirectories: true)
        if let configuration { try configure(configuration) }
    }

    /// Lends a workspace to a test, and ends what runs in it whatever happens.
    static func lend(
        configuration: String? = nil, _ body: (WorkspaceOfTest) async throws -> Void
    ) async throws {
        let workspace = try WorkspaceOfTest(configuration: configuration)
        do {
            try await body(workspace)
        } catch {
            await workspace.end()
            throw error
        }
        await workspace.end()
    }

    /// The built program: it is beside the tests.
    static var program: String {
        get throws {
            let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
            let path = URL(fileURLWithPath: tests).deletingLastPathComponent().appendingPathComponent("larder").path
            guard FileManager.default.isExecutableFile(atPath: path) else { throw MissingBackend(program: path) }
            return path
        }
    }

    /// The environment of every command: nothing of the user's own.
    var environment: [String: String] {
        [
            "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "HOME": folder.path,
            "LARDER_WORKSPACE": directory, "TERM": "xterm-256color", "LANG": "C.UTF-8",
        ]
    }

    // MARK: Files

    /// Writes `larder.yaml`.
    func configure(_ text: String) throws {
        try folder.write(text, to: "workspace/larder.yaml")
    }

    /// The path of something in the test's folder.
    func path(_ name: String) -> String { folder.path(name) }

    /// Writes a file into the test's folder, and answers its path.
    @discardableResult
    func write(_ text: String, to name: String) throws -> String { try folder.write(text, to: name) }

    /// True when something is in the test's folder.
    func has(_ name: String) -> Bool { FileManager.default.fileExists(atPath: folder.path(name)) }

    // MARK: Commands

    /// Starts a command, and does not wait for its end.
    func start(
        _ words: [String], variables: [String: String] = [:], input: String? = nil, fileSizeLimit: Int? = nil
    ) throws -> ChildProcess {
        try ChildProcess(
            Self.program, words, environment: environment.merging(variables) { $1 }, directory: folder.path,
            input: input, fileSizeLimit: fileSizeLimit)
    }

    /// Runs a command to its end.
    func run(
        _ words: [String], variables: [String: String] = [:], input: String? = nil, fileSizeLimit: Int? = nil
    ) async throws -> CommandResult {
        let child = try start(words, variables: variables, input: input, fileSizeLimit: fileSizeLimit)
        return try await Self.finish(child)
    }

    /// Runs a command, given as words.
    func run(_ words: String...) async throws -> CommandResult { try await run(words) }

    /// Waits for the end of a command; one that does not end is killed, and the test goes on to fail.
    static func finish(_ child: ChildProcess) async throws -> CommandResult {
        let alarm = Task {
            try await Task.sleep(for: patience)
            child.send(SIGKILL)
        }
        let ending = await child.wait()
        alarm.cancel()
        return CommandResult(
            ending: ending, output: try child.standardOutput, errors: try child.standardError)
    }

    /// Runs a command that must end well, and answers its JSON.
    func json(_ words: String..., location: SourceLocation = #_sourceLocation) async throws -> JSONTree {
        let result = try await run(words + ["-o", "json"])
        try #require(
            result.code == 0, "\(words.joined(separator: " ")): \(result.errors)", sourceLocation: location)
        return try result.json
    }

    /// Registers feature sets from a document.
    func apply(_ document: String, location: SourceLocation = #_sourceLocation) async throws {
        let path = try write(document, to: "sets.yaml")
        let result = try await run("feature-sets", "apply", "-f", path, "--yes")
        try #require(result.code == 0, "\(result.errors)", sourceLocation: location)
    }

    // MARK: Workers

    /// Everything that the program has left running.
    var workers: [StrangerProcess] { StrangerProcess.running(naming: directory) }

    /// Kills everything that was left running, and waits until it is gone.
    func end() async {
        // A worker that was just being started while we looked is seen the second time.
        while case let workers = workers, !workers.isEmpty {
            for worker in workers { await worker.kill() }
        }
    }

    deinit {
        for worker in workers { kill(worker.pid, SIGKILL) }
    }
}
