import java.io.File;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.teavm.diagnostics.Problem;
import org.teavm.tooling.ConsoleTeaVMToolLog;
import org.teavm.tooling.TeaVMProblemRenderer;
import org.teavm.tooling.TeaVMTargetType;
import org.teavm.tooling.TeaVMTool;
import org.teavm.vm.TeaVMOptimizationLevel;

/**
 * Compiles a class with a main method, and all that it reaches, to WebAssembly GC, and puts TeaVM's runtime beside it.
 * Started by the Maven profile {@code page} with the class path that is to be compiled: {@code CompileMarket MAIN FOLDER}.
 */
public final class CompileMarket {
    private static final String RUNTIME = "org/teavm/backend/wasm/wasm-gc-runtime.min.js";

    private CompileMarket() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[1]);
        TeaVMTool tool = new TeaVMTool();
        tool.setTargetType(TeaVMTargetType.WEBASSEMBLY_GC);
        tool.setMainClass(arguments[0]);
        tool.setTargetDirectory(folder.toFile());
        tool.setTargetFileName("market.wasm");
        tool.setOptimizationLevel(TeaVMOptimizationLevel.FULL);
        tool.setStrict(false); // WebAssembly itself traps what strict code would check once more: bounds and nulls
        tool.setObfuscated(true);
        List<File> classPath = new ArrayList<>();
        for (String place : System.getProperty("java.class.path").split(File.pathSeparator)) {
            classPath.add(new File(place));
        }
        tool.setClassPath(classPath);
        tool.setClassLoader(CompileMarket.class.getClassLoader());
        tool.setLog(new ConsoleTeaVMToolLog(false));
        tool.generate();
        TeaVMProblemRenderer.describeProblems(
                tool.getDependencyInfo().getCallGraph(), tool.getProblemProvider(), new ConsoleTeaVMToolLog(false));
        List<Problem> severe = tool.getProblemProvider().getSevereProblems();
        if (!severe.isEmpty()) {
            System.err.println("The market does not compile for the browser: " + severe.size() + " problems, listed above.");
            System.exit(1);
        }
        try (InputStream runtime = CompileMarket.class.getClassLoader().getResourceAsStream(RUNTIME)) {
            Files.copy(runtime, folder.resolve("runtime.js"), StandardCopyOption.REPLACE_EXISTING);
        }
        System.out.println("market.wasm: " + Files.size(folder.resolve("market.wasm")) + " bytes, "
                + tool.getClasses().size() + " classes");
    }
}
