# syntax=docker/dockerfile:1
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /src
COPY . .
RUN dotnet publish Addon.Web/Addon.Web.csproj --configuration Release --output /app

# Not an Alpine or chiseled image: those come without ICU, and SqlClient does not connect without it.
FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app .
# The embedded database lives here; a volume keeps it. The rest of the image is read-only to the process.
RUN mkdir data && chown $APP_UID data
VOLUME /app/data
USER $APP_UID
ENV ASPNETCORE_HTTP_PORTS=8080
EXPOSE 8080
ENTRYPOINT ["dotnet", "Addon.Web.dll"]
