import FaultKit
import FeatureModel
import Foundation
import Operations
import Testing

@testable import Services

@Suite("Workers are processes of their own")
struct DetachedWorkersTests {
    private func launcher(_ program: String, _ folder: TemporaryFolder) -> DetachedWorkers {
        DetachedWorkers(executable: program, workspaceArguments: ["--workspace", "/w"]) { folder.path + "/logs" }
    }

    /// A program that this process itself has open for writing cannot be started while a fork of it lives: another
    /// process writes it.
    private func write(_ path: String, _ text: String) async throws {
        let shell = Process()
        shell.executableURL = URL(filePath: "/bin/sh")
        shell.arguments = ["-c", "printf '%s\n' \"$1\" > \"$0\" && chmod 700 \"$0\"", path, text]
        let (ends, continuation) = AsyncStream<Int32>.makeStream()
        shell.terminationHandler = { process in
            continuation.yield(process.terminationStatus)
            continuation.finish()
        }
        try shell.run()
        for await status in ends { #expect(status == 0) }
    }

    @Test("a worker gets its arguments, its own session, and its log as output")
    func launch() async throws {
        let folder = try TemporaryFolder()
        let script = folder.path + "/program"
        let done = folder.path + "/done"
        try await write(
            script,
            """
            #!/bin/sh
            echo "$@"
            echo "session $(ps -o sid= -p $$ | tr -d ' ') pid $$" >&2
            read line < "\(done).fifo"
            """)
        mkfifo(done + ".fifo", 0o600)
        let pid = try await launcher(script, folder).launch(.job("local-to-online-1"))
        // Opening the pipe waits for the worker's reading end: by then it has written its lines.
        try await Task.detached { try Data("go\n".utf8).write(to: URL(filePath: done + ".fifo")) }.value
        let log = try String(contentsOfFile: folder.path + "/logs/local-to-online-1.log", encoding: .utf8)
        #expect(log == "worker --job local-to-online-1 --workspace /w\nsession \(pid) pid \(pid)\n")
    }

    @Test("a program that is not there is told of, with the way out")
    func missingProgram() async throws {
        let folder = try TemporaryFolder()
        let error = await refusal { () async throws(OperationError) in
            try await launcher(folder.path + "/none", folder).launch(.export("exp-1"))
        }
        #expect(error?.code == .failed)
        #expect(error?.description.contains("/none") == true)
        #expect(error?.hint?.contains("LARDER_EXECUTABLE") == true)
    }

    @Test("processes are alive or not")
    func liveness() {
        #expect(DetachedWorkers.isAlive(getpid()))
        #expect(!DetachedWorkers.isAlive(0))
        #expect(!DetachedWorkers.isAlive(Int32.max))
    }

    @Test("a variable names another program")
    func override() {
        #expect(DetachedWorkers.executablePath(variables: ["LARDER_EXECUTABLE": "/x/larder"]) == "/x/larder")
        #expect(DetachedWorkers.executablePath(variables: [:]).hasPrefix("/"))
    }
}
