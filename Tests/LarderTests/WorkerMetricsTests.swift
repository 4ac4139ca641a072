import FaultKit
import Glibc
import Testing

/// `worker --metrics`, asked of the real program.
@Suite struct WorkerMetricsTests {
    @Test("an address that can never be had is a wrong request", .timeLimit(.minutes(1)))
    func badAddress() async throws {
        try await WorkspaceOfTest.lend { workspace in
            let result = try await workspace.run("worker", "--job", "j", "--metrics", "here")
            #expect(result.code == 2)
            #expect(result.errors.contains("--metrics takes host:port, such as 127.0.0.1:9464"))
        }
    }

    @Test("a port that is taken ends the worker before it takes the job", .timeLimit(.minutes(1)))
    func portInUse() async throws {
        let (descriptor, port) = try LoopbackPort.listen()
        defer { close(descriptor) }
        try await WorkspaceOfTest.lend { workspace in
            let result = try await workspace.run("worker", "--job", "j", "--metrics", "127.0.0.1:\(port)")
            #expect(result.code == 1)
            #expect(result.errors.contains("cannot listen on 127.0.0.1:\(port): Address already in use"))
        }
    }

    @Test("the configuration's metrics are shown", .timeLimit(.minutes(1)))
    func shown() async throws {
        try await WorkspaceOfTest.lend(configuration: "metrics: {type: statsd}\n") { workspace in
            let result = try await workspace.run("config", "show")
            #expect(result.output.contains("metrics:\n  type: statsd\n  host: localhost\n  port: 8125\n"))
        }
    }
}
