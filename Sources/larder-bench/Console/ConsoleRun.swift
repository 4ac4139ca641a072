import Glibc

/// Opens the console several times and measures it.
struct ConsoleRun: Sendable {
    let larder: String
    let directory: String
    let scale: Scale
    let rounds: Int

    func measure() -> ConsoleFigures {
        var figures = ConsoleFigures()
        figures.firstFrame = median { terminal in try terminal.milliseconds(until: "history", within: 10) }
        figures.idle = median { terminal in
            _ = try terminal.milliseconds(until: "history", within: 10)
            return try idleShare(of: terminal)
        }
        figures.keyToFrame = median { terminal in
            try openDeadLetters(on: terminal)
            return try keyToFrame(on: terminal)
        }
        figures.memory = median { terminal in
            try openDeadLetters(on: terminal)
            _ = try keyToFrame(on: terminal)
            return Double(try ProcessReading(of: terminal.process).residentKiB) / 1_024
        }
        return figures
    }

    /// The median over rounds, each with a console of its own.
    private func median(_ figure: (ConsoleTerminal) throws -> Double) -> Measurement.Outcome {
        var samples = Samples()
        do {
            for _ in 1...rounds {
                let terminal = try ConsoleTerminal(larder: larder, workspace: directory)
                defer { terminal.end() }
                samples.add(try figure(terminal))
            }
            return .measured(product: samples.median, floor: nil)
        } catch {
            return .notMeasured("\(error)")
        }
    }

    private func openDeadLetters(on terminal: ConsoleTerminal) throws {
        _ = try terminal.milliseconds(until: "history", within: 10)
        terminal.settle()
        terminal.press(":dead\r")
        _ = try terminal.milliseconds(until: "missing entity", within: 20)
        // From the groups to the rows of the greatest.
        terminal.settle()
        terminal.press("\r")
        _ = try terminal.milliseconds(until: "temperature", within: 30)
        terminal.settle()
    }

    private func idleShare(of terminal: ConsoleTerminal) throws -> Double {
        terminal.settle()
        let before = try ProcessReading(of: terminal.process).processorSeconds
        terminal.listen(seconds: Double(scale.idleSeconds))
        let after = try ProcessReading(of: terminal.process).processorSeconds
        return (after - before) / Double(scale.idleSeconds) * 100
    }

    private func keyToFrame(on terminal: ConsoleTerminal) throws -> Double {
        var samples = Samples()
        for _ in 0..<scale.keysPressed {
            samples.add(try terminal.milliseconds(ofFrameAfter: "j"))
        }
        return samples.median
    }
}
