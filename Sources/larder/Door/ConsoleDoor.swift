import ConsoleKit
import CursesTerminal
import FeatureModel
import Glibc
import Operations
import Services

/// Opens the console on a workspace; runs on the main thread.
struct ConsoleDoor {
    /// How long the first frame waits for the terminal to tell its background, in milliseconds; most have told while
    /// the themes were read, and one that tells later has its theme changed then.
    private static let patience = 10

    let workspace: WorkspaceOptions
    let theme: String?
    let color: ColorChoice

    /// Runs the console to its end.
    ///
    /// - Returns: the exit code.
    func run() -> Int32 {
        let options = workspace
        let opened = MainThread.wait { await Self.open(options) }
        do throws(OperationError) {
            let services = try opened.get()
            defer { MainThread.wait { await services.close() } }
            return try show(services)
        } catch {
            ErrorText.write(error, .table)
            return ExitStatus(error.code).rawValue
        }
    }

    private static func open(_ options: WorkspaceOptions) async -> Result<LarderServices, OperationError> {
        do throws(OperationError) {
            return .success(try await LarderServices.open(options, logging: .none))
        } catch {
            return .failure(error)
        }
    }

    private func show(_ services: LarderServices) throws(OperationError) -> Int32 {
        let furnishing = try ConsoleFurnishing(services: services, theme: theme)
        let terminal = try terminal(hasMouse: furnishing.hasMouse)
        if furnishing.needsBackground { terminal.askBackground() }
        let themes = furnishing.themes()
        let setup = furnishing.setup(themes, background: terminal.background(within: Self.patience))
        let exit = MainThread.beside {
            await LiveOperations.keepReconciled(services.workspace) { _ in }
        } _: {
            Console.run(setup, on: terminal)
        }
        tellRunningExports(services.operations)
        switch exit {
        case .quit: return ExitStatus.done.rawValue
        // By custom, a process that a signal ended answers 128 and the signal's number.
        case .terminalClosed: return 128 + (terminal.terminatingSignal ?? SIGHUP)
        }
    }

    private func terminal(hasMouse: Bool) throws(OperationError) -> CursesTerminal {
        do throws(CursesTerminalError) {
            return try CursesTerminal(
                environment: RunningProgram.variables, colors: ColorPolicy(rawValue: color.rawValue) ?? .auto,
                mouse: hasMouse)
        } catch {
            throw OperationError(.invalid, "\(error)", hint: "every action is a command too: larder --help")
        }
    }

    /// Exports go on without the console: says how to follow each.
    private func tellRunningExports(_ operations: Operations) {
        let running = MainThread.wait {
            ((try? await operations.exports.list()) ?? []).filter { !$0.status.isTerminal }
        }
        for export in running {
            StandardStream.error.write("export \(export.id) goes on: larder exports wait \(export.id)\n")
        }
    }
}
