import Glibc

/// Opens the console several times and measures it.
struct ConsoleRun: Sendable {
    let larder: String
    let directory: String
    let scale: Scale
    let rounds: Int

    func measure() throws -> ConsoleFigures {
        var (frames, keys, idle, memory) = (Samples(), Samples(), Samples(), Samples())
        for _ in 1...rounds {
            let terminal = try ConsoleTerminal(larder: larder, workspace: directory)
            defer { terminal.end() }
            frames.add(try terminal.milliseconds(until: "history", within: 10))
            idle.add(try idleShare(of: terminal))
            terminal.press(":deadletters\r")
            _ = try terminal.milliseconds(until: "dl-", within: 20)
            terminal.settle()
            keys.add(try keyToFrame(on: terminal))
            memory.add(Double(try ProcessReading(of: terminal.process).residentKiB) / 1_024)
        }
        return ConsoleFigures(
            firstFrame: frames.median, keyToFrame: keys.median, idle: idle.median, memory: memory.median)
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
