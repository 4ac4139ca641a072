import FaultKit
import Testing

@testable import larder

@Suite("Debian packages")
struct PackageCheckTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func findings(needed: String, installed: String) throws -> [Finding] {
        PackageCheck(
            list: try folder.write(needed, to: "list"), database: try folder.write(installed, to: "status")
        ).findings
    }

    private static let installed = """
        Package: libhiredis-dev
        Status: install ok installed
        Version: 1.2

        Package: redis-server
        Status: deinstall ok config-files

        """

    @Test("all that is needed is installed")
    func complete() throws {
        let findings = try self.findings(
            needed: "# name kind why\nlibhiredis-dev build talks to Redis\n", installed: Self.installed)
        #expect(findings.map(\.verdict) == [.ok])
    }

    @Test("a missing package fails, one for tests only warns, and both say what to do")
    func missing() throws {
        let findings = try self.findings(
            needed: "libncurses-dev build draws the console\nredis-server test runs the tests\n",
            installed: Self.installed)
        #expect(findings.map(\.subject) == ["package libncurses-dev", "package redis-server"])
        #expect(findings.map(\.verdict) == [.fail, .warn])
        #expect(findings[0].fact.contains("draws the console"))
        #expect(findings.allSatisfy { $0.advice?.contains("apt-get install") == true })
    }

    @Test("without a list, or on another system, it only warns")
    func unknown() throws {
        #expect(PackageCheck(list: nil).findings.map(\.verdict) == [.warn])
        let list = try folder.write("a build b\n", to: "list")
        #expect(PackageCheck(list: list, database: folder.path("nosuch")).findings.map(\.verdict) == [.warn])
    }
}
