import ArgumentParser
import Foundation

/// Measures all lines, or some, and prints the table.
struct BenchRun: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Measures and prints the table.",
        discussion: """
            Floor and product take turns within one run; every figure is the median of its rounds. Measure a release \
            build on a quiet machine: under load the figures say little.
            """)

    @Flag(help: "Small sizes: a smoke run, whose figures mean little.")
    var quick = false
    @Flag(help: "Exit with 1 when a limit is missed.")
    var check = false
    @Option(help: ArgumentHelp("Write the figures as JSON, too.", valueName: "FILE"))
    var json: String?
    @Option(help: ArgumentHelp("Measure only lines whose name begins so; may be repeated.", valueName: "NAME"))
    var only: [String] = []
    @Option(help: "How often each figure is measured.")
    var rounds = 3
    @Option(help: ArgumentHelp("The larder program; otherwise the one beside this program.", valueName: "FILE"))
    var larder: String?

    mutating func validate() throws {
        guard rounds > 0 else { throw ValidationError("--rounds must be 1 or more") }
    }

    func run() async throws {
        let scale = quick ? Scale.quick : Scale.full
        let start = Surroundings.now()
        let folder = try ScratchFolder()
        defer { folder.remove() }
        var measurements: [Measurement] = []
        for line in BenchLines.all(larder: larder ?? BenchLines.besideThisProgram("larder")) where isWanted(line) {
            StandardError.say("measuring \(line.names.joined(separator: ", "))")
            measurements += await measure(line, BenchContext(scale: scale, rounds: rounds, folder: folder.path))
        }
        let report = Report(
            scale: scale, rounds: rounds, surroundings: [start, Surroundings.now()],
            measurements: measurements.filter { isWanted($0.name) })
        print(report.table)
        if let json { try report.json().write(to: URL(fileURLWithPath: json)) }
        if check, report.hasMisses { throw ExitCode(1) }
    }

    private func isWanted(_ line: any BenchLine) -> Bool { line.names.contains(where: isWanted) }

    private func isWanted(_ name: String) -> Bool { only.isEmpty || only.contains { name.hasPrefix($0) } }

    private func measure(_ line: any BenchLine, _ context: BenchContext) async -> [Measurement] {
        do {
            return try await line.measure(context)
        } catch {
            return line.notMeasured(because: "\(error)")
        }
    }
}
