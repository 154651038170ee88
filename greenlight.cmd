@echo off
rem Runs Greenlight on Windows, after building its jar when that is missing or older than the sources.
rem JAVA_HOME chooses the Java; JAVA_OPTS adds options for it; CLASSPATH adds jars with models of your own.
rem Exit code: the program's own; 1 when the build fails; 2 when Java is missing or too old.
rem It was written without Windows at hand, and tried with the command interpreter of Wine and stand-ins for Java and Maven; the
rem workflow in .github runs it on Windows. Unlike the launcher for other systems it does not keep two launches from building
rem at the same time.
setlocal DisableDelayedExpansion
set "root=%~dp0"
set "jar=%root%target\greenlight-all.jar"
set "models=%root%target\greenlight-models.jar"
set "wasm=%root%target\page\market.wasm"
set "log=%root%target\build.log"
set "duckdb=%root%target\parquet"

set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java.exe"
set "version="
for /f "tokens=2,3" %%u in ('call "%java%" -version 2^>^&1') do if "%%u"=="version" set "version=%%~v"
set "major=0"
for /f "tokens=1,2 delims=.-+_" %%a in ("%version%") do (
    set "major=%%a"
    if "%%a"=="1" set "major=%%b"
)
if %major% LSS 17 (
    if defined version (
        echo Greenlight needs Java 17 or newer, but found %version%. 1>&2
    ) else (
        echo Greenlight needs Java 17 or newer: install a JDK, or set JAVA_HOME to one. 1>&2
    )
    exit /b 2
)

set "sources='src\main','src\models','src\build','docs\lessons','pom.xml','.git\logs\HEAD'"
call :stale "%jar%"
if errorlevel 1 (
    echo Building Greenlight ^(the first time it downloads its libraries^) ... 1>&2
    del /q "%root%target\greenlight-*-all.jar" "%root%target\greenlight-*-models.jar" 2>nul
    call :maven package
    if errorlevel 1 exit /b 1
    for /f "delims=" %%f in ('dir /b "%root%target\greenlight-*-models.jar"') do move /y "%root%target\%%f" "%models%" >nul
    for /f "delims=" %%f in ('dir /b "%root%target\greenlight-*-all.jar"') do move /y "%root%target\%%f" "%jar%" >nul
    del /q "%root%target\greenlight-*.jsa" 2>nul
)

set "jars=%jar%;%models%"
if defined CLASSPATH set "jars=%jars%;%CLASSPATH%"
set "parquet="
if /i "%~1"=="export" (
    echo %* | findstr /c:"parquet" >nul && set "parquet=yes"
)
if defined parquet set "jars=%jars%;%duckdb%\*"
if defined parquet if not exist "%duckdb%" (
    echo Fetching DuckDB, which writes Parquet ^(first time: 77 MB^) ... 1>&2
    call :maven -Pparquet dependency:copy
    if errorlevel 1 exit /b 1
    move "%duckdb%.part" "%duckdb%" >nul
)

set "page="
if /i "%~1"=="page" set "page=yes"
if /i "%~1"=="serve" set "page=yes"
if defined page (
    set "sources='src\main\java','src\build','pom.xml'"
    call :stale "%wasm%"
    if errorlevel 1 (
        echo Compiling the market for the browser ^(the first time it downloads the compiler, 30 MB^) ... 1>&2
        call :maven -Ppage process-classes
        if errorlevel 1 exit /b 1
    )
)

rem Text comes out as UTF-8, which the console shows in code page 65001; the old code page comes back at the end.
set "codepage="
for /f "tokens=2 delims=:." %%c in ('chcp') do set "codepage=%%c"
chcp 65001 >nul
rem Fewer of the many small methods put into one another: compiled sooner, and quicker.
set "inlining=-XX:InlineSmallCode=500 -XX:FreqInlineSize=100"
set "collector=-XX:+UseParallelGC"
echo %JAVA_OPTS% %JAVA_TOOL_OPTIONS% %JDK_JAVA_OPTIONS% | findstr /r /c:"-XX:+Use.*GC" >nul && set "collector="

rem Classes as Java holds them in memory, kept by a sweep of two runs; an empty file where that fails.
set "archive=%root%target\greenlight-%version%.jsa"
if not exist "%archive%" call :keep
set "kept="
for %%f in ("%archive%") do if %%~zf GTR 0 set kept=-Xlog:cds=off,cds+dynamic=off "-XX:SharedArchiveFile=%archive%"

rem What takes under a second is over before the second compiler has gained what it costs.
set "compilers="
if /i "%~1"=="run" set "compilers=-XX:TieredStopAtLevel=1"
if defined compilers echo %* | findstr /c:"users" >nul && set "compilers="

"%java%" -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 %collector% %inlining% %compilers% %kept% "-Dgreenlight.page=%root%target\page" %JAVA_OPTS% -cp "%jars%" greenlight.app.cli.Main %*
set "code=%errorlevel%"
if defined codepage chcp %codepage% >nul
exit /b %code%

rem Exit code 1 when the file is missing or a source is newer.
:stale
if not exist "%~1" exit /b 1
pushd "%root%"
powershell -NoProfile -Command "$made = (Get-Item -LiteralPath '%~1').LastWriteTime; $paths = @(%sources%) | Where-Object { Test-Path $_ }; if (@(Get-Item $paths) + @(Get-ChildItem $paths -Recurse) | Where-Object { $_.LastWriteTime -gt $made }) { exit 1 }"
set "code=%errorlevel%"
popd
exit /b %code%

:keep
set "trial=%root%target\classes.%random%"
mkdir "%trial%" 2>nul || exit /b 0
>"%trial%\trial.yaml" echo name: trial
>>"%trial%\trial.yaml" echo replications: 2
>>"%trial%\trial.yaml" echo set: {users: 100}
"%java%" %collector% -XX:TieredStopAtLevel=1 "-XX:ArchiveClassesAtExit=%trial%\classes" -cp "%jar%" greenlight.app.cli.Main sweep "%trial%\trial.yaml" --out "%trial%\out" >nul 2>&1 <nul
if not exist "%trial%\classes" type nul >"%trial%\classes"
move /y "%trial%\classes" "%archive%" >nul
rmdir /s /q "%trial%"
exit /b 0

rem Runs Maven, by its wrapper where it is not installed; when it fails: what it complains of, and exit code 1.
:maven
set "mvn=mvn"
where mvn >nul 2>&1 || set "mvn=%root%mvnw.cmd"
if not exist "%root%target" mkdir "%root%target"
pushd "%root%"
call "%mvn%" -B -ntp -Dstyle.color=never -Dmaven.test.skip=true -Dspotless.check.skip=true %* >"%log%" 2>&1
set "code=%errorlevel%"
popd
if "%code%"=="0" exit /b 0
findstr /b /c:"[ERROR]" /c:"[WARNING]" "%log%" 1>&2 || type "%log%" 1>&2
echo Greenlight could not be built; all that Maven said is in %log%. 1>&2
exit /b 1
