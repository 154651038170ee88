package greenlight.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.thirdparty.org.objectweb.asm.ClassReader;
import com.tngtech.archunit.thirdparty.org.objectweb.asm.ClassVisitor;
import com.tngtech.archunit.thirdparty.org.objectweb.asm.FieldVisitor;
import com.tngtech.archunit.thirdparty.org.objectweb.asm.Handle;
import com.tngtech.archunit.thirdparty.org.objectweb.asm.Label;
import com.tngtech.archunit.thirdparty.org.objectweb.asm.MethodVisitor;
import com.tngtech.archunit.thirdparty.org.objectweb.asm.Opcodes;
import com.tngtech.archunit.thirdparty.org.objectweb.asm.Type;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

/**
 * The two offences that are no calls: arithmetic in {@code float}, and a double that becomes text by {@code +}. The
 * second is allowed in the message of an exception, which ends the run and is no result of it.
 */
final class ByteCode extends ClassVisitor {
    private static final String NO_FLOAT = "float: use double";
    private static final String NO_DOUBLE_TEXT = "a double joined to a text by +: use Decimal";

    private final Set<String> offences = new TreeSet<>();
    private final String className;
    private String file = "";

    private ByteCode(String className) {
        super(Opcodes.ASM9);
        this.className = className;
    }

    static Set<String> offences(JavaClass type) {
        ByteCode reader = new ByteCode(type.getName());
        try (InputStream in = type.getSource().orElseThrow().getUri().toURL().openStream()) {
            new ClassReader(in).accept(reader, ClassReader.SKIP_FRAMES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return reader.offences;
    }

    @Override
    public void visitSource(String source, String debug) {
        file = source;
    }

    @Override
    public FieldVisitor visitField(int access, String name, String descriptor, String signature, Object value) {
        if (isFloat(Type.getType(descriptor))) {
            offences.add("Field <" + className + "." + name + "> in (" + file + ":0) is " + NO_FLOAT);
        }
        return null;
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, String signature, String[] exceptions) {
        Type type = Type.getMethodType(descriptor);
        if (isFloat(type.getReturnType())
                || Arrays.stream(type.getArgumentTypes()).anyMatch(ByteCode::isFloat)) {
            offences.add("Method <" + className + "." + name + "> in (" + file + ":0) takes or gives " + NO_FLOAT);
        }
        return new Body(name);
    }

    private static boolean isFloat(Type type) {
        Type element = type.getSort() == Type.ARRAY ? type.getElementType() : type;
        return element.getSort() == Type.FLOAT || element.getClassName().equals("java.lang.Float");
    }

    private static boolean isReal(Type type) {
        return isFloat(type)
                || type.getSort() == Type.DOUBLE
                || type.getClassName().equals("java.lang.Double");
    }

    /** Walks one method, line by line. */
    private final class Body extends MethodVisitor {
        private final String method;
        private int line;
        /** Line of a text with a double in it whose use is not yet seen; 0 when there is none. */
        private int joined;

        Body(String method) {
            super(Opcodes.ASM9);
            this.method = method;
        }

        private void note(int at, String what) {
            offences.add("Method <" + className + "." + method + "> in (" + file + ":" + at + ") has " + what);
        }

        @Override
        public void visitLineNumber(int number, Label start) {
            line = number;
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
            used(false);
            if (name.startsWith("makeConcat")
                    && Arrays.stream(Type.getArgumentTypes(descriptor)).anyMatch(ByteCode::isReal)) {
                joined = line;
            }
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            used(name.equals("<init>") && (owner.endsWith("Exception") || owner.endsWith("Error")));
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
            used(false);
        }

        @Override
        public void visitEnd() {
            used(false);
        }

        private void used(boolean byException) {
            if (joined != 0 && !byException) {
                note(joined, NO_DOUBLE_TEXT);
            }
            joined = 0;
        }

        @Override
        public void visitInsn(int opcode) {
            switch (opcode) {
                case Opcodes.FCONST_0,
                        Opcodes.FCONST_1,
                        Opcodes.FCONST_2,
                        Opcodes.FALOAD,
                        Opcodes.FASTORE,
                        Opcodes.FADD,
                        Opcodes.FSUB,
                        Opcodes.FMUL,
                        Opcodes.FDIV,
                        Opcodes.FREM,
                        Opcodes.FNEG,
                        Opcodes.I2F,
                        Opcodes.L2F,
                        Opcodes.D2F,
                        Opcodes.F2I,
                        Opcodes.F2L,
                        Opcodes.F2D,
                        Opcodes.FCMPL,
                        Opcodes.FCMPG,
                        Opcodes.FRETURN -> note(line, NO_FLOAT);
                case Opcodes.ARETURN -> used(false);
                default -> {}
            }
        }

        @Override
        public void visitVarInsn(int opcode, int variable) {
            if (opcode == Opcodes.FLOAD || opcode == Opcodes.FSTORE) {
                note(line, NO_FLOAT);
            }
        }

        @Override
        public void visitIntInsn(int opcode, int operand) {
            if (opcode == Opcodes.NEWARRAY && operand == Opcodes.T_FLOAT) {
                note(line, NO_FLOAT);
            }
        }
    }
}
